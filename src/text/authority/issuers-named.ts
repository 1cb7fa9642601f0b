import { provincesOfDistrict } from '../districts.js';
import { issuerPhrase } from '../issuer-phrase.js';
import { everyProvince } from '../provinces.js';
import { slug } from '../slug.js';
import { bodyAt, keyAt } from './body-at.js';
import { bodyKinds } from './body-kinds.js';
import { type IssuerRecord, issuerRecord } from './issuer-record.js';

interface Named {
  readonly key: string;
  readonly name: string;
}

/** Central and provincial bodies by their names without marks; made when first asked for. */
let byName: Map<string, Named[]> | null = null;

function namedBodies(): Map<string, Named[]> {
  const found = new Map<string, Named[]>();
  const add = (name: string, named: Named): void => {
    const own = found.get(slug(name)) ?? [];
    found.set(slug(name), own);
    if (!own.some(({ key }) => key === named.key)) own.push(named);
  };
  for (const kind of bodyKinds)
    for (const name of new Set([kind.name, ...kind.names]))
      if (kind.central) add(name, { key: slug(kind.name), name: kind.name });
      else
        for (const province of everyProvince)
          add(bodyAt(name, province), { key: keyAt(kind.name, province), name: bodyAt(kind.name, province) });
  return found;
}

/**
 * Records of the bodies that a person may mean by a name, with marks or without: "UBND tỉnh Gia Lai" is two, one after the
 * other, "UBND huyện Vĩnh Thạnh" is of one province or of another. Communes are not in the tables.
 */
export function issuersNamed(name: string): readonly IssuerRecord[] {
  byName ??= namedBodies();
  const { all, level, word, place, name: body } = issuerPhrase(name);
  // "Chủ tịch UBND tỉnh Bình Định" signs for the body.
  const named = byName.get(slug(all)) ?? byName.get(slug(`${body} ${word ?? ''} ${place ?? ''}`)) ?? [];
  const districts =
    named.length > 0 || place === null || (level !== 'district' && level !== 'city')
      ? []
      : provincesOfDistrict(place).map(({ fullName }) => {
          const said = `${body} ${word} ${place}`;
          return { key: slug(`${said} ${fullName}`), name: said };
        });
  return [...named, ...districts].flatMap((each) => issuerRecord(each.key, each.name) ?? []);
}
