/** Why an address gave nothing, in words for the person who registered it. */

export const HTTP_TROUBLES = {
  bad_url: '网址不对',
  host_not_listed: '不在登记的主机之内，没有请求：确属该单位的，请写进登记的 hosts',
  forbidden_address: '指向内网、本机或保留地址，没有请求：确属可信的，请写进设置的 http.allowHosts',
  robots_disallow: '网站的 robots.txt 不允许抓取，没有请求：请人工下载后放进收件目录',
  robots_unreachable: 'robots.txt 取不到（网站出错），按规定今晚不抓取这个网站',
  dns_failed: '域名解析不了：请核对网址',
  connect_failed: '连接不上',
  connect_timeout: '连接超时',
  proxy_unreachable: '代理连接不上：请核对 http.proxy 或环境变量 HTTP_PROXY、HTTPS_PROXY',
  proxy_refused: '代理不肯转发：请核对代理的用户名、密码和它允许访问的范围',
  headers_timeout: '网站迟迟不应答',
  silent: '传输中断，很久没有数据',
  too_slow: '传输太慢，超过总时限，已放弃',
  interrupted: '传输未完就断了',
  too_large: '超过大小上限，已放弃',
  inflates_too_far: '压缩内容展开后超过上限，已放弃',
  bad_encoding: '压缩内容已损坏',
  too_many_redirects: '跳转次数太多',
  redirect_loop: '跳转绕回了自己',
  bad_redirect: '跳转没有写明去处，或去处不是网页',
  not_found: '网页不存在',
  gone: '网页已被撤下',
  denied: '网站拒绝访问',
  server_error: '网站出错',
  busy: '网站太忙，要求稍后再来，今晚不再请求',
  given_up: '网站一再不应答，或要求过很久再来：今晚不再请求它，明晚再试',
  unexpected_status: '网站的应答看不懂',
  soft_404: '网页说内容不存在（应答却是正常）',
  login_page: '需要登录，不是公开的内容',
  captcha: '网站要求验证（验证码或拦截页）：请人工下载后放进收件目录',
  wrong_type: '不是可读的文件格式',
  page_instead_of_file: '链接写的是附件，得到的却是网页',
  empty: '内容是空的',
  too_many_pages: '列表页太多，后面的没有看：请把 http.maxListingPages 调大，或登记更具体的列表页',
  too_many_links: '链接太多，后面的没有取：请把 http.maxDocumentsPerBureau 调大，或把 links 写得更具体',
  nothing_listed: '列表页上没有一个链接像是报告：请核对网址和 links（网站可能改版，或列表由脚本生成）',
  no_report: '页面上没有附件，正文也不像报告',
  tls_expired: '网站的证书已过期',
  tls_not_yet_valid: '网站的证书尚未生效',
  tls_wrong_name: '网站的证书属于另一个域名',
  tls_self_signed: '网站用的是自签证书',
  tls_untrusted: '网站的证书没有可信的签发者（常见：网站漏配中间证书）',
  tls_old: '网站只支持过时的加密方式',
  tls_failed: '加密连接建立不了',
  bad_answer: '网站的应答不合 HTTP 规范',
} as const;
export type HttpTroubleCode = keyof typeof HTTP_TROUBLES;

/** Worth another try the same night. */
const PASSING: ReadonlySet<HttpTroubleCode> = new Set([
  'connect_failed',
  'connect_timeout',
  'proxy_unreachable',
  'headers_timeout',
  'silent',
  'interrupted',
  'bad_encoding',
  'server_error',
  'busy',
  'bad_answer',
]);

export class HttpTrouble extends Error {
  readonly code: HttpTroubleCode;
  readonly url: string;
  readonly status: number | null;
  /** What the site asked for; null where it asked for nothing. */
  readonly retryAfterSeconds: number | null;

  constructor(
    code: HttpTroubleCode,
    url: string,
    more: { detail?: string; status?: number; retryAfterSeconds?: number | null; cause?: unknown } = {},
  ) {
    const detail = more.detail === undefined ? '' : `（${more.detail}）`;
    super(`${HTTP_TROUBLES[code]}${detail}`, { cause: more.cause });
    this.name = 'HttpTrouble';
    this.code = code;
    this.url = url;
    this.status = more.status ?? null;
    this.retryAfterSeconds = more.retryAfterSeconds ?? null;
  }

  get isPassing(): boolean {
    return PASSING.has(this.code);
  }
}

const BY_SYSTEM_CODE: Readonly<Record<string, HttpTroubleCode>> = {
  ENOTFOUND: 'dns_failed',
  EAI_AGAIN: 'dns_failed',
  ENODATA: 'dns_failed',
  ECONNREFUSED: 'connect_failed',
  EHOSTUNREACH: 'connect_failed',
  ENETUNREACH: 'connect_failed',
  ETIMEDOUT: 'connect_timeout',
  ECONNRESET: 'interrupted',
  EPIPE: 'interrupted',
  UND_ERR_CONNECT_TIMEOUT: 'connect_timeout',
  UND_ERR_HEADERS_TIMEOUT: 'headers_timeout',
  UND_ERR_BODY_TIMEOUT: 'silent',
  UND_ERR_SOCKET: 'interrupted',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'interrupted',
  UND_ERR_RESPONSE: 'bad_answer',
  UND_ERR_HEADERS_OVERFLOW: 'bad_answer',
  CERT_HAS_EXPIRED: 'tls_expired',
  CERT_NOT_YET_VALID: 'tls_not_yet_valid',
  ERR_TLS_CERT_ALTNAME_INVALID: 'tls_wrong_name',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls_self_signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls_self_signed',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'tls_untrusted',
  UNABLE_TO_GET_ISSUER_CERT: 'tls_untrusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'tls_untrusted',
  ERR_SSL_UNSUPPORTED_PROTOCOL: 'tls_old',
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: 'tls_old',
  ERR_SSL_DH_KEY_TOO_SMALL: 'tls_old',
  ERR_SSL_UNSAFE_LEGACY_RENEGOTIATION_DISABLED: 'tls_old',
  EPROTO: 'tls_failed',
};
// HPE_INVALID_HEADER_TOKEN: undici's parser; ERR_SSL_WRONG_VERSION_NUMBER, ERR_TLS_…; Z_DATA_ERROR: zlib.
const BY_PREFIX: readonly (readonly [RegExp, HttpTroubleCode])[] = [
  [/^HPE_|^HTTPParserError$/, 'bad_answer'],
  [/^ERR_(?:SSL|TLS)_|^CERT_/, 'tls_failed'],
  [/^Z_/, 'bad_encoding'],
];

/** A trouble for every error of the network; anything else is our own mistake and is thrown on. */
export function troubleOf(error: unknown, url: string): HttpTrouble {
  for (let each: unknown = error; each instanceof Error; each = each.cause) {
    if (each instanceof HttpTrouble) return each;
    // undici's parser gives some of its errors a name and no code.
    const code = String((each as NodeJS.ErrnoException).code ?? each.name);
    const known = BY_SYSTEM_CODE[code] ?? BY_PREFIX.find(([prefix]) => prefix.test(code))?.[1];
    if (known !== undefined) return new HttpTrouble(known, url, { detail: code, cause: error });
    const [first] = each instanceof AggregateError ? each.errors : [];
    if (first !== undefined) return troubleOf(first, url);
  }
  throw error;
}
