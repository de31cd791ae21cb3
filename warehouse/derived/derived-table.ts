/** A table that only repeats what other tables say, laid out for one kind of question. */
export interface DerivedTable {
  name: string;
  /** CREATE TABLE. */
  create: string;
  /** Made after the table is full: sorting once is faster than keeping order row by row. */
  indexes: readonly string[];
  /**
   * INSERT … SELECT of the rows of @bureauId, from the tables of the migrations and the derived tables before it.
   * Bureau by bureau everything is read while it is at hand; sorting a country at once takes its memory.
   */
  fill: string;
}
