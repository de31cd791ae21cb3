/**
 * What the page that led to a document says of it. It supports what the document says and stands in where the
 * document is silent; it never outweighs it: bureaus publish the reports of their units on their own pages.
 */
export interface PageContext {
  /** The registered bureau whose page it is; null where the page belongs to several. */
  bureauId: string | null;
  fiscalYear: number | null;
  kind: string | null;
  /** Text of the link or title of the page. */
  title: string | null;
  /** Page that the document hangs on; documents of one page are one bundle. */
  pageUrl: string;
}
