/**
 * Which requests go through a proxy. Many offices reach the web through one alone; HTTP_PROXY, HTTPS_PROXY and
 * NO_PROXY are how their machines say so, and duibiao.yml outweighs them.
 */
export interface ProxySettings {
  /** For http:// and https:// addresses; null: straight. Addresses of proxies themselves are http:// or https://. */
  http: string | null;
  https: string | null;
  /** Hosts that are asked straight: "example.org" with all below it, ".example.org", "10.0.0.5:8080", "*". */
  except: readonly string[];
}

const ADDRESS = /^https?:\/\//i;
// "a.example, b.example"
const BETWEEN = /[,\s]+/;

/** As curl reads them: the small letters first, and HTTP_PROXY not at all in a CGI script. Null where none is set. */
export function proxyOfEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): ProxySettings | null {
  const first = (...names: string[]) => names.map((name) => environment[name]?.trim()).find((value) => value);
  const isCgi = environment.REQUEST_METHOD !== undefined;
  const all = first('all_proxy', 'ALL_PROXY');
  const http = addressOf(first('http_proxy', ...(isCgi ? [] : ['HTTP_PROXY'])) ?? all);
  const https = addressOf(first('https_proxy', 'HTTPS_PROXY') ?? all);
  if (http === null && https === null) return null;
  return { http, https, except: (first('no_proxy', 'NO_PROXY') ?? '').split(BETWEEN).filter(Boolean) };
}

/** "proxy.example:3128" is an address too; a kind of proxy that is not spoken here (SOCKS) is none. */
function addressOf(text: string | undefined): string | null {
  if (text === undefined || text === '') return null;
  const address = text.includes('://') ? text : `http://${text}`;
  return ADDRESS.test(address) && URL.canParse(address) ? address : null;
}

/** Null where the address is asked straight. */
export function proxyFor(address: string, settings: ProxySettings | null): string | null {
  if (settings === null) return null;
  const url = new URL(address);
  const proxy = url.protocol === 'https:' ? settings.https : settings.http;
  return proxy === null || settings.except.some((exception) => isMeant(url, exception)) ? null : proxy;
}

function isMeant({ hostname, protocol, port }: URL, exception: string): boolean {
  if (exception === '*') return true;
  // 10.0.0.5:8080, [::1]:80, .example.org
  const [, host = '', wanted] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(exception.toLowerCase()) ?? [];
  const actual = port || (protocol === 'https:' ? '443' : '80');
  if (host === '' || (wanted !== undefined && wanted !== actual)) return false;
  const suffix = host.replace(/^\*?\./, '');
  return hostname === suffix || hostname.endsWith(`.${suffix}`);
}
