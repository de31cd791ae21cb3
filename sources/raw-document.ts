/** The bytes a bureau published, and where and when they were obtained. Archived once by hash, never rewritten. */
export interface RawDocument {
  /** First 16 hex digits of the SHA-256 of the bytes, prefixed `d-`. The same bytes are the same document. */
  documentId: string;
  sha256: string;
  bytes: Uint8Array;
  /** File name, or last part of the URL. */
  sourceFile: string;
  /** Path below the inbox with `/` between folders; a witness of bureau or region where folders are named after them. */
  relativePath: string;
  url: string | null;
  /** ISO 8601 date from the manifest, null where unknown. */
  publishedOn: string | null;
}
