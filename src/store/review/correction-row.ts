import { type Correction, correction, inForce } from '../../model/index.js';

/** A row of `trichluc.correction` as JSON: `target` is the correction's id, `value` what it says. */
export interface CorrectionColumns {
  readonly sha256: string;
  readonly target: string;
  readonly value: unknown;
  readonly corrected_by: string;
  readonly at: string;
}

/** Report of what concerns the whole archive, in the journal and in the table. */
export const wholeArchive = '';

/** SQL for the corrections that may concern a report, as JSON; null when there are none. */
export const correctionsOf = (report: string): string =>
  `(select json_agg(json_build_object('sha256', k.sha256, 'target', k.target, 'value', k.value,
      'corrected_by', k.corrected_by, 'at', to_char(k.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
    from trichluc.correction k where k.sha256 in (${report}, '${wholeArchive}'))`;

/** Every correction of these rows; what another program wrote in a shape of its own is left out. */
export function parseCorrections(rows: readonly CorrectionColumns[]): Correction[] {
  return rows.flatMap(({ sha256, target, value, corrected_by: by, at }) => {
    if (typeof value !== 'object' || value === null) return [];
    const report = sha256 === wholeArchive ? null : sha256;
    const parsed = correction.safeParse({ ...value, id: target, report, at: new Date(at).toISOString(), by });
    return parsed.success ? [parsed.data] : [];
  });
}

/** Those in force, oldest first. */
export const readCorrections = (rows: readonly CorrectionColumns[]): Correction[] => inForce(parseCorrections(rows));
