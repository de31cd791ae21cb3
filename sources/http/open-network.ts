/**
 * Connections that check where they go at the moment they go there. A name that was harmless when it was looked at
 * may resolve to 127.0.0.1 a second later, so the address that the connection itself uses is the one judged.
 */
import { type LookupAddress, type LookupOptions, lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector, type Dispatcher, ProxyAgent } from 'undici';
import type { HttpLimits } from '../http-limits.ts';
import { addressKind } from './address.ts';
import { type ProxySettings, proxyFor } from './proxy.ts';
import { HttpTrouble } from './trouble.ts';

type NetworkLimits = Pick<
  HttpLimits,
  'allowHosts' | 'connectSeconds' | 'headersSeconds' | 'silenceSeconds' | 'requestsPerHost'
> & { proxy?: ProxySettings | null };

export interface Network {
  /** How an address is reached. Throws `HttpTrouble` (forbidden_address) where it must not be asked of a proxy. */
  routeTo(url: string): Promise<Route>;
  destroy(): Promise<void>;
}

export interface Route {
  dispatcher: Dispatcher;
  /** null where the address is asked straight; the connection itself judges where it goes then. */
  proxy: string | null;
}

/** The system's resolver, or a test's. */
export type Lookup = (
  host: string,
  options: LookupOptions & { all: true },
  done: (error: Error | null, addresses: LookupAddress[]) => void,
) => void;

export function openNetwork(limits: NetworkLimits, lookup: Lookup = systemLookup as Lookup): Network {
  const straight = openStraight(limits, lookup);
  const proxies = new Map<string, ProxyAgent>();
  // A host on the private network that may be asked is no business of the proxy.
  const settings = limits.proxy
    ? { ...limits.proxy, except: [...limits.proxy.except, ...limits.allowHosts] }
    : null;
  return {
    async routeTo(url) {
      const proxy = proxyFor(url, settings);
      if (proxy === null) return { dispatcher: straight, proxy };
      await requirePublicName(new URL(url).hostname, lookup);
      const known = proxies.get(proxy) ?? openProxy(proxy, limits);
      proxies.set(proxy, known);
      return { dispatcher: known, proxy };
    },
    async destroy() {
      await Promise.all([straight, ...proxies.values()].map((agent) => agent.destroy()));
    },
  };
}

function openProxy(uri: string, limits: NetworkLimits): ProxyAgent {
  const connectTimeout = { timeout: limits.connectSeconds * 1000 };
  return new ProxyAgent({
    uri,
    connections: limits.requestsPerHost,
    // Many proxies tunnel to port 443 alone; plain pages are asked of the proxy itself.
    proxyTunnel: false,
    proxyTls: connectTimeout,
    requestTls: connectTimeout,
  });
}

/**
 * A proxy resolves names itself, inside the office's network. What this machine knows to be private is not asked of it;
 * a name that only the proxy can resolve is left to the proxy.
 */
async function requirePublicName(hostname: string, lookup: Lookup): Promise<void> {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0) {
    if (addressKind(host) !== 'public') throw forbidden(host);
    return;
  }
  const addresses = await new Promise<LookupAddress[]>((resolve) => {
    lookup(host, { all: true }, (error, found) => resolve(error === null ? found : []));
  });
  const bad = addresses.find(({ address }) => addressKind(address) !== 'public');
  if (bad !== undefined) throw forbidden(bad.address);
}

function openStraight(limits: NetworkLimits, lookup: Lookup): Agent {
  const timeout = limits.connectSeconds * 1000;
  const allowed = buildConnector({ timeout, lookup } as buildConnector.BuildOptions);
  const guarded = buildConnector({ timeout, lookup: guardedLookup(lookup) } as buildConnector.BuildOptions);
  return new Agent({
    connections: limits.requestsPerHost,
    headersTimeout: limits.headersSeconds * 1000,
    bodyTimeout: limits.silenceSeconds * 1000,
    // A kept connection was judged when it was made; it is not kept long.
    keepAliveTimeout: 5_000,
    connect(options, done) {
      if (limits.allowHosts.includes(placeOf(options))) return allowed(options, done);
      const host = options.hostname.replace(/^\[|\]$/g, '');
      // An address needs no resolving, so the resolver would never be asked about it.
      if (isIP(host) !== 0 && addressKind(host) !== 'public') return done(forbidden(host), null);
      return guarded(options, (error, socket) => {
        if (error !== null) return done(error, null);
        const reached = socket.remoteAddress ?? '';
        if (addressKind(reached) === 'public') return done(null, socket);
        socket.destroy();
        return done(forbidden(reached), null);
      });
    },
  });
}

/** 示例.cn:80, 10.0.0.5:8080, [::1]:80 */
function placeOf({ hostname, port, protocol }: buildConnector.Options): string {
  const host = isIP(hostname) === 6 ? `[${hostname}]` : hostname;
  return `${host}:${port || (protocol === 'https:' ? '443' : '80')}`;
}

/** Refuses a name of which any address is not public: which of them would be used is chance. */
function guardedLookup(lookup: Lookup): LookupFunction {
  return (host, options, done) => {
    lookup(host, { ...options, all: true } as LookupOptions & { all: true }, (error, addresses) => {
      const finish = done as (error: Error | null, address: unknown, family?: number) => void;
      if (error !== null) return finish(error, []);
      const bad = addresses.find(({ address }) => addressKind(address) !== 'public');
      if (bad !== undefined || addresses.length === 0) return finish(forbidden(bad?.address ?? host), []);
      if ((options as LookupOptions).all === true) return finish(null, addresses);
      return finish(null, addresses[0]!.address, addresses[0]!.family);
    });
  };
}

function forbidden(address: string): HttpTrouble {
  return new HttpTrouble('forbidden_address', '', { detail: address });
}
