/** A proxy on loopback that forwards to a site on loopback: what goes through it, what goes past it, and what never leaves. */
import { createServer, request as httpRequest, type IncomingMessage, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseConfig } from '../../../pipeline/config.ts';
import { type Lookup, openNetwork } from '../../../sources/http/open-network.ts';
import { type ProxySettings, proxyFor, proxyOfEnvironment } from '../../../sources/http/proxy.ts';
import { requestOnce } from '../../../sources/http/request.ts';
import { HttpTrouble } from '../../../sources/http/trouble.ts';
import { listen, portOf } from '../../support/loopback.ts';
import { SELF_SIGNED } from '../../support/self-signed.ts';

const settings = (given: Partial<ProxySettings> = {}): ProxySettings => ({
  http: 'http://proxy.example:3128',
  https: 'http://proxy.example:3128',
  except: [],
  ...given,
});

describe('the environment', () => {
  it.each<[string, Record<string, string>, ProxySettings | null]>([
    ['that names none', {}, null],
    ['that names an empty one', { http_proxy: ' ' }, null],
    [
      'with one for each scheme',
      {
        HTTP_PROXY: 'http://a.example:1',
        HTTPS_PROXY: 'http://b.example:2',
        NO_PROXY: 'x.example, .y.example',
      },
      { http: 'http://a.example:1', https: 'http://b.example:2', except: ['x.example', '.y.example'] },
    ],
    [
      'without a scheme',
      { http_proxy: 'a.example:1' },
      { http: 'http://a.example:1', https: null, except: [] },
    ],
    [
      'with one for all',
      { ALL_PROXY: 'http://a.example:1' },
      { http: 'http://a.example:1', https: 'http://a.example:1', except: [] },
    ],
    ['with a kind that is not spoken', { ALL_PROXY: 'socks5://a.example:1' }, null],
    [
      'of a CGI script, whose HTTP_PROXY a stranger writes',
      { HTTP_PROXY: 'http://a.example:1', REQUEST_METHOD: 'GET' },
      null,
    ],
  ])('%s', (_, environment, expected) => {
    expect(proxyOfEnvironment(environment)).toEqual(expected);
  });
});

it.each<[string, readonly string[], boolean]>([
  ['http://jia.example/a', [], true],
  ['https://jia.example/a', [], true],
  ['http://jia.example/a', ['*'], false],
  ['http://jia.example/a', ['jia.example'], false],
  ['http://www.jia.example/a', ['jia.example'], false],
  ['http://www.jia.example/a', ['.jia.example'], false],
  ['http://notjia.example/a', ['jia.example'], true],
  ['http://jia.example:8080/a', ['jia.example:8080'], false],
  ['http://jia.example/a', ['jia.example:8080'], true],
  ['https://jia.example/a', ['jia.example:443'], false],
  ['http://[2400:3200::1]/a', ['[2400:3200::1]:80'], false],
])('%s with the exceptions %j goes through the proxy: %s', (url, except, isProxied) => {
  expect(proxyFor(url, settings({ except }))).toBe(isProxied ? 'http://proxy.example:3128' : null);
});

describe('duibiao.yml', () => {
  const proxyIn = (http: string) => parseConfig(`http: ${http}`, '/somewhere/duibiao.yml').config?.http.proxy;

  it('outweighs the environment', () => {
    expect(proxyIn('{ proxy: "http://a.example:1", noProxy: [b.example] }')).toEqual(
      settings({ http: 'http://a.example:1', https: 'http://a.example:1', except: ['b.example'] }),
    );
    expect(proxyIn('{ proxy: none }')).toBeNull();
  });

  it('refuses what is no proxy', () => {
    expect(parseConfig('http: { proxy: "proxy" }', '/somewhere/duibiao.yml').errors.join()).toContain(
      'proxy',
    );
  });
});

describe('a request', () => {
  let site: Server;
  let secureSite: Server;
  let proxy: Server;
  let seen: string[];
  let answer: (request: IncomingMessage) => number;

  beforeEach(async () => {
    seen = [];
    answer = () => 200;
    site = createServer((_, response) => response.end('报告'));
    secureSite = createSecureServer(SELF_SIGNED, (_, response) => response.end('报告'));
    proxy = createServer((request, response) => {
      seen.push(`${request.method} ${request.url} ${request.headers['proxy-authorization'] ?? ''}`.trim());
      const status = answer(request);
      if (status !== 200) {
        response.writeHead(status).end('no');
        return;
      }
      const { pathname } = new URL(request.url!);
      httpRequest({ port: portOf(site), host: '127.0.0.1', path: pathname }, (received) => {
        response.writeHead(received.statusCode!);
        received.pipe(response);
      }).end();
    });
    proxy.on('connect', (request, client) => {
      seen.push(`CONNECT ${request.url}`);
      const status = answer(request);
      if (status !== 200) {
        client.end(`HTTP/1.1 ${status} no\r\n\r\n`);
        return;
      }
      const server = connect(portOf(secureSite), '127.0.0.1', () => {
        client.write('HTTP/1.1 200 OK\r\n\r\n');
        server.pipe(client).pipe(server);
      });
      for (const end of [server, client]) end.on('error', () => undefined);
    });
    await Promise.all([site, secureSite, proxy].map(listen));
  });
  afterEach(() => {
    for (const server of [site, secureSite, proxy]) {
      server.closeAllConnections();
      server.close();
    }
  });

  const NAMES: Readonly<Record<string, string>> = {
    'jia.example': '114.114.114.114',
    'inner.example': '10.0.0.5',
  };
  const lookup: Lookup = (host, _, done) => {
    const address = NAMES[host];
    if (address === undefined) done(Object.assign(new Error(host), { code: 'ENOTFOUND' }), []);
    else done(null, [{ address, family: 4 }]);
  };

  async function ask(url: string, given: { uri?: string; allowHosts?: string[] } = {}) {
    const uri = given.uri ?? `http://127.0.0.1:${portOf(proxy)}`;
    const { config } = parseConfig('', '/somewhere/duibiao.yml');
    const limits = {
      ...config!.http,
      ...{
        proxy: { http: uri, https: uri, except: [] },
        allowHosts: given.allowHosts ?? [],
        totalSeconds: 20,
      },
    };
    const network = openNetwork(limits, lookup);
    try {
      const { bytes } = await requestOnce(url, { headers: {}, maxBytes: 1_000 }, limits, network);
      return new TextDecoder().decode(bytes);
    } catch (error) {
      if (error instanceof HttpTrouble) return `${error.code} ${error.message}`;
      throw error;
    } finally {
      await network.destroy();
    }
  }

  it('for a page is asked of the proxy by its whole address, with the password of the proxy alone', async () => {
    const uri = `http://user:p%40ss@127.0.0.1:${portOf(proxy)}`;
    expect(await ask('http://jia.example/a.html', { uri })).toBe('报告');
    expect(seen).toEqual([`GET http://jia.example/a.html Basic ${btoa('user:p@ss')}`]);
  });

  it('for a secure page goes through a tunnel, and the certificate judged is that of the site', async () => {
    expect(await ask('https://jia.example/a.html')).toContain('tls_self_signed');
    expect(seen).toEqual(['CONNECT jia.example:443']);
  });

  it('for a name that only the proxy knows is left to the proxy', async () => {
    expect(await ask('http://behind.example/')).toBe('报告');
  });

  it.each(['http://127.0.0.1/', 'http://169.254.169.254/latest', 'http://[::1]/', 'https://inner.example/'])(
    'for %s never reaches the proxy',
    async (url) => {
      expect(await ask(url)).toContain('forbidden_address');
      expect(seen).toEqual([]);
    },
  );

  it('for a host on the private network that may be asked goes past the proxy', async () => {
    const host = `127.0.0.1:${portOf(site)}`;
    expect(await ask(`http://${host}/`, { allowHosts: [host] })).toBe('报告');
    expect(seen).toEqual([]);
  });

  it.each([
    ['http://jia.example/', 407, 'proxy_refused'],
    ['https://jia.example/', 407, 'proxy_refused'],
    ['https://jia.example/', 403, 'proxy_refused'],
  ])(
    'for %s that the proxy answers with %d is told as the trouble of the proxy',
    async (url, status, code) => {
      answer = () => status;
      const uri = `http://user:secret@127.0.0.1:${portOf(proxy)}`;
      const told = await ask(url, { uri });
      expect(told).toContain(code);
      expect(told).toContain(String(status));
      expect(told).not.toContain('secret');
    },
  );

  it('with a proxy that is not there says so', async () => {
    expect(await ask('http://jia.example/', { uri: 'http://127.0.0.1:9' })).toContain('proxy_unreachable');
    expect(await ask('https://jia.example/', { uri: 'http://127.0.0.1:9' })).toContain('proxy_unreachable');
  });
});
