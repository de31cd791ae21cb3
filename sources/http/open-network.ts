/**
 * Connections that check where they go at the moment they go there. A name that was harmless when it was looked at
 * may resolve to 127.0.0.1 a second later, so the address that the connection itself uses is the one judged.
 */
import { type LookupAddress, type LookupOptions, lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import type { HttpLimits } from '../http-limits.ts';
import { addressKind } from './address.ts';
import { HttpTrouble } from './trouble.ts';

type NetworkLimits = Pick<
  HttpLimits,
  'allowHosts' | 'connectSeconds' | 'headersSeconds' | 'silenceSeconds' | 'requestsPerHost'
>;

/** The system's resolver, or a test's. */
export type Lookup = (
  host: string,
  options: LookupOptions & { all: true },
  done: (error: Error | null, addresses: LookupAddress[]) => void,
) => void;

export function openNetwork(limits: NetworkLimits, lookup: Lookup = systemLookup as Lookup): Agent {
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
