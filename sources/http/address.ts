/**
 * Which network addresses are nobody's public site. A page can send a reader to 127.0.0.1 or 169.254.169.254, and
 * the reader stands inside the office's network: it must not knock there.
 */
import { BlockList, isIP, isIPv4 } from 'node:net';

export type AddressKind =
  | 'public'
  | 'loopback'
  | 'private'
  | 'link_local'
  | 'multicast'
  /** Set aside for documentation, tests, translation or the future (IANA special-purpose registries). */
  | 'reserved';

type Subnet = readonly [network: string, prefix: number];

const IPV4: Readonly<Record<Exclude<AddressKind, 'public'>, readonly Subnet[]>> = {
  loopback: [['127.0.0.0', 8]],
  private: [
    ['10.0.0.0', 8],
    ['172.16.0.0', 12],
    ['192.168.0.0', 16],
    ['100.64.0.0', 10], // shared by carriers
  ],
  link_local: [['169.254.0.0', 16]],
  multicast: [['224.0.0.0', 4]],
  reserved: [
    ['0.0.0.0', 8], // 0.0.0.0 reaches the machine itself
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.31.196.0', 24],
    ['192.52.193.0', 24],
    ['192.88.99.0', 24],
    ['192.175.48.0', 24],
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['240.0.0.0', 4],
  ],
};

const IPV6: Readonly<Record<Exclude<AddressKind, 'public'>, readonly Subnet[]>> = {
  loopback: [['::1', 128]],
  private: [
    ['fc00::', 7],
    ['fec0::', 10],
  ],
  link_local: [['fe80::', 10]],
  multicast: [['ff00::', 8]],
  reserved: [
    ['2001::', 23], // Teredo and other assignments of protocols
    ['2001:db8::', 32],
    ['2002::', 16], // 6to4: an IPv4 address inside
    ['3fff::', 20],
  ],
};
/** Everything else of IPv6 is unassigned, or carries an IPv4 address: ::ffff:127.0.0.1, 64:ff9b::7f00:1. */
const IPV6_GLOBAL: Subnet = ['2000::', 3];
// ::ffff:127.0.0.1
const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

const lists4 = listsOf(IPV4, 'ipv4');
const lists6 = listsOf(IPV6, 'ipv6');
const global6 = new BlockList();
global6.addSubnet(...IPV6_GLOBAL, 'ipv6');

/** Of an address in text, with or without brackets and zone: "[fe80::1%eth0]". What is no address is `reserved`. */
export function addressKind(address: string): AddressKind {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  if (isIP(bare) === 0) return 'reserved';
  if (isIPv4(bare)) return kindIn(lists4, bare, 'ipv4') ?? 'public';
  const mapped = MAPPED.exec(bare)?.[1];
  if (mapped !== undefined) return addressKind(mapped);
  return kindIn(lists6, bare, 'ipv6') ?? (global6.check(bare, 'ipv6') ? 'public' : 'reserved');
}

type Lists = readonly (readonly [Exclude<AddressKind, 'public'>, BlockList])[];

function listsOf(table: Readonly<Record<string, readonly Subnet[]>>, family: 'ipv4' | 'ipv6'): Lists {
  return Object.entries(table).map(([kind, subnets]) => {
    const list = new BlockList();
    for (const [network, prefix] of subnets) list.addSubnet(network, prefix, family);
    return [kind as Exclude<AddressKind, 'public'>, list] as const;
  });
}

function kindIn(lists: Lists, address: string, family: 'ipv4' | 'ipv6'): AddressKind | null {
  return lists.find(([, list]) => list.check(address, family))?.[0] ?? null;
}
