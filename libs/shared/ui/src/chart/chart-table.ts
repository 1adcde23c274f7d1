/** The numbers of a chart as a table. The first column names the row; the others are numbers. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}
