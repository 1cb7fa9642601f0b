import { formatNumber } from './format-number.js';
import { attribute, localName, parseXml } from './parse-xml.js';
import type { Styles } from './read-styles.js';

interface Level {
  start: number;
  format: string;
  text: string;
  suffix: string;
  isLegal: boolean;
  /** the level after which this one begins anew, from 1; 0 for never */
  restart: number | null;
  style: string | null;
  font: string | null;
}
interface Abstract {
  readonly levels: Map<number, Level>;
  styleLink: string | null;
}
interface Num {
  abstractId: string;
  readonly starts: Map<number, number>;
  readonly levels: Map<number, Level>;
}

export interface ListLabel {
  /** as Word shows it: "Điều 9.", "a)", "-" */
  readonly label: string;
  /** what stands between the label and the text */
  readonly suffix: '' | ' ';
  /** depth, from 0 */
  readonly level: number;
  readonly isBullet: boolean;
  /** in which the label is set; null: that of its paragraph */
  readonly font: string | null;
}

export interface Numbering {
  /** The label of the next paragraph with this numbering; the paragraphs must be asked for in the order of the text. */
  next(numId: string, level: number | undefined, styleId: string | undefined): ListLabel | null;
}

const emptyLevel = (): Level => ({
  start: 1,
  format: 'decimal',
  text: '',
  suffix: 'tab',
  isLegal: false,
  restart: null,
  style: null,
  font: null,
});

/** Bullets of symbol fonts stand in Unicode's private area: a dash and a plus keep their meaning, the rest are dots. */
function bulletText(text: string): string {
  const sign = text.replace(/[\uf000-\uf0ff]/gu, (found) => {
    const code = found.charCodeAt(0) & 0xff;
    return code === 0x2d || code === 0xbe ? '-' : code === 0x2b ? '+' : code === 0x2a ? '*' : '•';
  });
  return sign === 'o' ? '•' : sign.trim();
}

/**
 * Reads the numbering part and counts as Word does: numberings that share a definition go on counting together, a level
 * begins anew after a higher one, a start override counts once for its numbering.
 *
 * @source ECMA-376 part 1, 17.9
 */
export function readNumbering(xml: string | undefined, part: string, styles: Styles): Numbering {
  const abstracts = new Map<string, Abstract>();
  const nums = new Map<string, Num>();
  let abstract: Abstract | null = null;
  let num: Num | null = null;
  let level: Level | null = null;
  let override = 0;
  let choice = 0;
  if (xml !== undefined)
    parseXml(xml, part, {
      open(name, attributes) {
        const local = localName(name);
        if (local === 'Choice') choice += 1;
        if (choice > 0) return;
        const value = attribute(attributes, 'val') ?? '';
        switch (local) {
          case 'abstractNum':
            abstract = { levels: new Map(), styleLink: null };
            abstracts.set(attribute(attributes, 'abstractNumId') ?? '', abstract);
            break;
          case 'num':
            num = { abstractId: '', starts: new Map(), levels: new Map() };
            nums.set(attribute(attributes, 'numId') ?? '', num);
            break;
          case 'abstractNumId':
            if (num !== null) num.abstractId = value;
            break;
          case 'numStyleLink':
            if (abstract !== null) abstract.styleLink = value;
            break;
          case 'lvlOverride':
            override = Number(attribute(attributes, 'ilvl') ?? 0);
            break;
          case 'startOverride':
            num?.starts.set(override, Number(value));
            break;
          case 'lvl':
            level = emptyLevel();
            (num ?? abstract)?.levels.set(Number(attribute(attributes, 'ilvl') ?? 0), level);
            break;
          case 'start':
            if (level !== null) level.start = Number(value);
            break;
          case 'numFmt':
            if (level !== null) level.format = value;
            break;
          case 'lvlText':
            if (level !== null) level.text = value;
            break;
          case 'suff':
            if (level !== null) level.suffix = value;
            break;
          case 'isLgl':
            if (level !== null) level.isLegal = true;
            break;
          case 'lvlRestart':
            if (level !== null) level.restart = Number(value);
            break;
          case 'pStyle':
            if (level !== null) level.style = value;
            break;
          case 'rFonts':
            if (level !== null) level.font = attribute(attributes, 'hAnsi') ?? attribute(attributes, 'ascii') ?? null;
            break;
        }
      },
      close(name) {
        switch (localName(name)) {
          case 'Choice':
            choice -= 1;
            break;
          case 'abstractNum':
            abstract = null;
            break;
          case 'num':
            num = null;
            break;
          case 'lvl':
            level = null;
            break;
        }
      },
    });

  /** A definition may only point to a list style, whose numbering has the levels. */
  const definitionOf = (numId: string, depth = 0): { key: string; num: Num; abstract: Abstract } | null => {
    const found = nums.get(numId);
    const definition = found === undefined ? undefined : abstracts.get(found.abstractId);
    if (found === undefined || definition === undefined) return null;
    if (definition.styleLink === null || depth > 5) return { key: found.abstractId, num: found, abstract: definition };
    const linked = styles.list(definition.styleLink);
    const target = linked === undefined ? null : definitionOf(linked, depth + 1);
    return target === null ? null : { ...target, num: found };
  };

  const counters = new Map<string, (number | undefined)[]>();
  const overridden = new Set<string>();
  return {
    next(numId, wantedLevel, styleId) {
      const definition = definitionOf(numId);
      if (definition === null) return null;
      const levelOf = (at: number) => definition.num.levels.get(at) ?? definition.abstract.levels.get(at);
      let at = wantedLevel ?? 0;
      if (wantedLevel === undefined && styleId !== undefined)
        for (const [index, entry] of definition.abstract.levels) if (entry.style === styleId) at = index;
      const own = levelOf(at);
      if (own === undefined || at > 8) return null;

      const counts = counters.get(definition.key) ?? [];
      counters.set(definition.key, counts);
      const startOf = (index: number) => definition.num.starts.get(index) ?? levelOf(index)?.start ?? 1;
      const key = `${numId} ${at}`;
      if (definition.num.starts.has(at) && !overridden.has(key)) {
        overridden.add(key);
        counts[at] = startOf(at);
      } else {
        const last = counts[at];
        counts[at] = last === undefined ? startOf(at) : last + 1;
      }
      for (let deeper = at + 1; deeper <= 8; deeper += 1) {
        const restart = levelOf(deeper)?.restart ?? null;
        if (restart === null || (restart !== 0 && at < restart)) counts[deeper] = undefined;
      }

      const isBullet = own.format === 'bullet';
      const label = isBullet
        ? bulletText(own.text)
        : own.text.replace(/%([1-9])/g, (_, digit: string) => {
            const index = Number(digit) - 1;
            const count = counts[index] ?? startOf(index);
            return formatNumber(count, own.isLegal ? 'decimal' : (levelOf(index)?.format ?? 'decimal'));
          });
      if (label.trim() === '') return null;
      return { label: label.trim(), suffix: own.suffix === 'nothing' ? '' : ' ', level: at, isBullet, font: own.font };
    },
  };
}
