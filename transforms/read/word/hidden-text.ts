/** Word keeps text and rows that it does not show: figures of another year, notes of whoever filled the form in. Nobody has read them in print. */

/** A run or a row without another inside; a text box in a run is looked at by itself. */
const RUN = /<w:r(?=[\s>])(?:(?!<w:r[\s>])[\s\S])*?<\/w:r>/g;
const ROW = /<w:tr(?=[\s>])(?:(?!<w:tr[\s>])[\s\S])*?<\/w:tr>/g;
/** `<w:vanish/>`, `<w:vanish w:val="1"/>`; the same of the end of a paragraph stands in no run. */
const VANISHED = /<w:rPr>(?:(?!<\/w:rPr>)[\s\S])*<w:vanish(?:\s+w:val="(?:1|true|on)")?\s*\/>/;
const HIDDEN_ROW = /<w:trPr>(?:(?!<\/w:trPr>)[\s\S])*<w:hidden(?:\s+w:val="(?:1|true|on)")?\s*\/>/;
const TEXT = /<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g;
const FIGURE = /\d[\d,]*(?:\.\d+)?/g;

/** The part without them, and how many figures they held. */
export function withoutHidden(xml: string): { xml: string; figures: number } {
  if (!/<w:(?:vanish|hidden)\b/.test(xml)) return { xml, figures: 0 };
  let figures = 0;
  const drop = (hidden: RegExp) => (part: string) => {
    if (!hidden.test(part)) return part;
    figures += [...part.matchAll(TEXT)].flatMap(([, text]) => text!.match(FIGURE) ?? []).length;
    return '';
  };
  return { xml: xml.replace(ROW, drop(HIDDEN_ROW)).replace(RUN, drop(VANISHED)), figures };
}
