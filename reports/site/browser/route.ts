/** Where the reader is: everything that is chosen stands behind the # of the address, so that it can be sent on. */

export interface Route {
  /** '' is the overview. */
  page: string;
  /** Id of a bureau or metric, else ''. */
  subject: string;
  params: URLSearchParams;
}

/** "#/metric/three_public.change?year=2024&lang=en" */
export function currentRoute(): Route {
  const [path = '', query = ''] = splitOnce(location.hash.replace(/^#\/?/u, ''), '?');
  const [page = '', subject = ''] = splitOnce(path, '/');
  return { page, subject: decode(subject), params: new URLSearchParams(query) };
}

/** The language goes along; everything else belongs to the page. */
export function linkTo(page: string, subject = '', params: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams(params);
  const language = currentRoute().params.get('lang');
  if (language !== null && !query.has('lang')) query.set('lang', language);
  const path = subject === '' ? page : `${page}/${encodeURIComponent(subject)}`;
  const words = query.toString();
  return `#/${path}${words === '' ? '' : `?${words}`}`;
}

/** Changes what is chosen on this page; null forgets a choice. The page is shown again. */
export function choose(changes: Readonly<Record<string, string | null>>): void {
  const { page, subject, params } = currentRoute();
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') params.delete(name);
    else params.set(name, value);
  }
  location.replace(linkTo(page, subject, Object.fromEntries(params)));
}

function splitOnce(text: string, sign: string): [string, string] {
  const place = text.indexOf(sign);
  return place < 0 ? [text, ''] : [text.slice(0, place), text.slice(place + 1)];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
