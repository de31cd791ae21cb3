/** The report in the formats that are text, the same bytes every time. */
import { utf8 } from '../document.ts';
import { finalAccountsPage } from '../forms/final-accounts-document.ts';
import { gb18030 } from '../gb18030.ts';
import { COUNTY_A } from '../model/bureaus.ts';
import { type Page, textOf } from '../page.ts';
import { webPage } from './web-page.ts';

/** The report every format holds: final accounts with a short list of 科目. */
export function reportOfAllFormats(): Page {
  return finalAccountsPage(COUNTY_A, 2025, { style: { shortList: true } });
}

export function reportInTextFormats(): readonly { name: string; bytes: Uint8Array }[] {
  const page = reportOfAllFormats();
  return [
    { name: 'text-utf8.txt', bytes: utf8(textOf(page)) },
    { name: 'text-gbk.txt', bytes: gb18030(textOf(page)) },
    { name: 'page-utf8.html', bytes: utf8(webPage(page, 'utf-8')) },
    { name: 'page-gbk-undeclared.html', bytes: gb18030(webPage(page, null)) },
  ];
}
