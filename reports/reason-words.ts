/**
 * Why a document was not read, or an address gave nothing, in English. The warehouse keeps the reason in the words of
 * its analysts; whoever reads with --lang en gets the sentence of its code, and what the reason quotes: names, sizes.
 */

import type BetterSqlite3 from 'better-sqlite3';
import type { HttpTroubleCode } from '../sources/http/trouble.ts';
import type { TroubleCode } from '../sources/inbox.ts';

const IN_INBOX: Readonly<Record<TroubleCode, string>> = {
  empty_file: 'The file has 0 bytes: download it again',
  too_large: 'Larger than the limit, not read: split it, or raise --max-megabytes',
  not_permitted: 'May not be read: change its permissions and run again',
  vanished: 'Was listed and is gone: make sure that no other program moves it',
  still_changing:
    'Still changing while it was read, perhaps being copied: run again when the copy is complete',
  symlink_loop: 'A link that leads back to itself: delete it',
  broken_link: 'A link to a file that does not exist: delete it or put it right',
  not_a_file: 'Not a regular file (pipe, socket or device): move it out of the folder',
  cannot_read: 'Could not be read: check the disk or the network share',
};

const OF_DOCUMENTS: Readonly<Record<string, string>> = {
  ...IN_INBOX,
  absent: 'The file is no longer in the inbox',
  replaced: 'Another file lies in its place now',
  archive_broken:
    'The archive could not be unpacked to the end and may be damaged: download it again, or unpack it and put in its files',
  archive_damaged:
    'The archived original is damaged: delete it and run again. It is had anew from the inbox or the site; where it is in neither, put it back into the inbox',
  binary_content: 'Not text but binary data: check the format and download it again',
  broken_characters: 'Its characters are broken: save it again with the right encoding',
  doc_broken: 'The Word file is damaged: download it again, or save it as .docx',
  docx_broken: 'The Word file is damaged: download it again',
  empty_archive: 'The archive holds no file',
  encrypted: 'Protected by a password: remove it and put the file back',
  html_error_page:
    'A page of the site that says there is nothing (not found, login, puzzle), not a report: download it again from where it was published',
  html_without_content: 'A page without text: save it again when it is wholly loaded',
  internal_error: 'A mistake of this program; other documents are unharmed: report it to the maintainers',
  manifest_error: 'A row of the manifest is wrong: put it right',
  missing_file: 'The manifest names a file that is not there: put it in, or correct the row',
  needs_libreoffice:
    'An old Word file needs LibreOffice, which is not installed: sudo apt-get install --no-install-recommends libreoffice-writer; it is read in the night after that',
  needs_ocr:
    'A scan without text needs language data for OCR: sudo apt-get install tesseract-ocr-chi-sim; it is read in the night after that',
  needs_unpacker:
    'RAR and 7z archives need bsdtar, which is not installed: sudo apt-get install libarchive-tools; they are read in the night after that',
  no_fiscal_year: 'No fiscal year could be made out: name it in manifest.csv',
  not_a_report: 'Not one of the reports that are read (final accounts, budget, self-evaluation)',
  not_archived:
    'A fetched original is not in the archive and could not be had again tonight: restore it from a backup, or run once more with the network',
  ocr_failed: 'Text recognition failed on this scan: provide the original file',
  out_of_memory: 'Needs more memory than one reader may have: split the file',
  pdf_broken: 'The PDF is damaged: download it again',
  pdf_encrypted: 'The PDF is protected by a password: remove it and put the file back',
  pdf_no_pages: 'The PDF has no pages: download it again',
  pdf_no_text: 'The PDF has no text: provide the original file',
  pdf_too_large: 'The PDF has more pages than the limit: split it',
  timed_out: 'Took longer than the limit: tried again on later nights, or at once with nightly --retry',
  too_many_cells: 'More cells than the limit: split the file',
  too_many_characters: 'More characters than the limit: split the file',
  too_many_lines: 'More lines than the limit: split the file',
  too_nested: 'Nested more deeply than any real document: save it again',
  undecodable_text: 'Its characters fit no known encoding: save it as UTF-8',
  unsupported_format: 'A format that is not read: save it as PDF, Word, Excel or HTML',
  web_archive_broken: 'The saved page is damaged: save it again',
  workbook_broken: 'The workbook is damaged: download it again',
  xml_dtd: 'Its XML declares entities, as no office program does and files made to do harm do: not read',
  zip_bomb: 'Unpacks to more than the limit, as archives made to do harm do: not unpacked',
  zip_broken: 'The archive is damaged: download it again',
  zip_member_damaged: 'A file in the archive is damaged: download it again; the others were read',
  zip_method: 'A file in the archive is packed in a way that is not read: unpack it and put in its files',
  zip_overlapping: 'The files in the archive overlap, as in archives made to do harm: not unpacked',
  zip_too_deep: 'An archive within archives: unpack it and put in its files',
  zip_too_many_entries: 'More files in the archive than the limit: unpack it and put in what are reports',
};

const OF_ADDRESSES: Readonly<Record<HttpTroubleCode, string>> = {
  bad_url: 'No web address',
  host_not_listed: 'Not on a registered host, not asked: add it to hosts where it belongs to the bureau',
  forbidden_address:
    'Leads to a private, loopback or reserved address, not asked: http.allowHosts lets one pass',
  robots_disallow:
    "The site's robots.txt forbids it, not asked: download it by hand and put it into the inbox",
  robots_unreachable: 'robots.txt could not be had, so the site is not read tonight',
  dns_failed: 'The name cannot be resolved: check the address',
  connect_failed: 'No connection',
  connect_timeout: 'No connection in time',
  proxy_unreachable: 'The proxy cannot be reached: check http.proxy, or HTTP_PROXY and HTTPS_PROXY',
  proxy_refused: 'The proxy refuses: check its user and password, and what it allows',
  headers_timeout: 'The site does not answer',
  silent: 'The answer stopped in the middle',
  too_slow: 'Too slow, given up',
  interrupted: 'The connection broke',
  too_large: 'Larger than the limit, given up',
  inflates_too_far: 'Unpacks to more than the limit, given up',
  bad_encoding: 'The compressed answer is damaged',
  too_many_redirects: 'Too many redirects',
  redirect_loop: 'Redirects in a circle',
  bad_redirect: 'A redirect to nowhere',
  not_found: 'Not found',
  gone: 'Taken down',
  denied: 'The site refuses access',
  server_error: 'The site failed',
  busy: 'The site is too busy and asks to come later; not asked again tonight',
  given_up: 'The site does not answer time and again, or asked to be left alone: not asked any more tonight',
  unexpected_status: 'An answer that means nothing',
  soft_404: 'A page that says there is nothing, with a status that says there is',
  login_page: 'Behind a login, so not published',
  captcha: 'The site wants a puzzle solved: download it by hand and put it into the inbox',
  wrong_type: 'Not a format that is read',
  page_instead_of_file: 'The link names a file and gives a page',
  empty: 'Empty',
  too_many_pages: 'More list pages than http.maxListingPages; the rest was not looked at',
  too_many_links: 'More links than http.maxDocumentsPerBureau; the rest was not fetched',
  nothing_listed:
    'No link of the list looks like a report: check the address and links (rebuilt site, or a list that a script writes)',
  no_report: 'Neither a file on the page nor a report in it',
  tls_expired: "The site's certificate has expired",
  tls_not_yet_valid: "The site's certificate is not valid yet",
  tls_wrong_name: "The site's certificate is of another name",
  tls_self_signed: "The site's certificate is self-signed",
  tls_untrusted:
    "Nobody trusted signed the site's certificate (often: an intermediate certificate is missing)",
  tls_old: 'The site speaks only outdated encryption',
  tls_failed: 'No encrypted connection',
  bad_answer: 'The answer is no HTTP',
};

// “下级/二.txt”
const QUOTED = /“[^”]+”/g;
// （HTTP 404）, （上限 5 MB）
const PARTICULARS = /（([^（）]*\d[^（）]*)）/g;
const HAN = /\p{Script=Han}/u;

/** Of a quarantined document. A code without a sentence keeps its Chinese reason. */
export function quarantineEnglish(code: string | null, reason: string): string {
  return english(code === null ? undefined : OF_DOCUMENTS[code], reason);
}

/** Of an address that gave nothing. */
export function addressEnglish(code: string, reason: string): string {
  return english(OF_ADDRESSES[code as HttpTroubleCode], reason);
}

/** "网站已撤下（2025-03-01 发现），归档原件和数据仍在": of a report that its site no longer has. */
const TAKEN_DOWN = /^网站已撤下（(.+) 发现），归档原件和数据仍在$/u;

export type InEnglish = (reason: string) => string;

/** Of a reason that stands without its code, by that of the document it was noted for. */
export function reasonTranslator(sqlite: BetterSqlite3.Database): InEnglish {
  const codes = new Map(
    sqlite
      .prepare<[], [string, string]>(
        'SELECT DISTINCT state_reason, state_code FROM document_rows WHERE state_reason IS NOT NULL',
      )
      .raw(true)
      .all(),
  );
  return (reason) => {
    const day = TAKEN_DOWN.exec(reason)?.[1];
    if (day !== undefined)
      return `Taken down from its site (noticed ${day}); the archived original and its data are kept`;
    return quarantineEnglish(codes.get(reason) ?? null, reason);
  };
}

function english(sentence: string | undefined, reason: string): string {
  if (sentence === undefined) return reason;
  const particulars = [...reason.matchAll(PARTICULARS)].map(([, text]) => text!);
  const named = [...(reason.match(QUOTED) ?? []), ...particulars.filter((text) => !HAN.test(text))];
  return named.length === 0 ? sentence : `${sentence} (${[...new Set(named)].join(', ')})`;
}
