/** A number keeps its exact decimal text; what a spreadsheet cannot hold exactly stays text there. */
export type CellValue = string | boolean | { readonly exact: string } | null;

export interface SheetColumn {
  /** the column's name in CSV, the same in every language */
  readonly key: string;
  readonly title: string;
  /** characters, for spreadsheets */
  readonly width: number;
}

export interface Sheet {
  /** the file's name in a folder of CSV */
  readonly key: string;
  readonly title: string;
  readonly columns: readonly SheetColumn[];
  /** in a fixed order: report name, then place in the text */
  readonly rows: () => AsyncIterable<readonly CellValue[]>;
}
