import { describe, expect, it } from 'vitest';
import { addressKind } from '../../../sources/http/address.ts';

describe('an address', () => {
  it.each([
    ['114.114.114.114', 'public'],
    ['223.5.5.5', 'public'],
    ['172.32.0.1', 'public'],
    ['2400:3200::1', 'public'],
    ['127.0.0.1', 'loopback'],
    ['127.255.255.254', 'loopback'],
    ['::1', 'loopback'],
    ['[::1]', 'loopback'],
    ['::ffff:127.0.0.1', 'loopback'],
    ['10.1.2.3', 'private'],
    ['172.16.0.1', 'private'],
    ['172.31.255.255', 'private'],
    ['192.168.1.1', 'private'],
    ['100.64.0.1', 'private'],
    ['fd00::1', 'private'],
    ['::ffff:10.0.0.1', 'private'],
    ['169.254.169.254', 'link_local'],
    ['fe80::1%eth0', 'link_local'],
    ['224.0.0.1', 'multicast'],
    ['ff02::1', 'multicast'],
    ['0.0.0.0', 'reserved'],
    ['255.255.255.255', 'reserved'],
    ['192.0.2.1', 'reserved'],
    ['::', 'reserved'],
    ['::7f00:1', 'reserved'], // an IPv4 address inside, the old way
    ['::ffff:7f00:1', 'reserved'], // ::ffff:127.0.0.1, as URLs are normalised to
    ['64:ff9b::7f00:1', 'reserved'], // behind a translator
    ['2002:7f00:1::', 'reserved'], // 6to4
    ['2001:db8::1', 'reserved'],
    ['示例', 'reserved'],
    ['', 'reserved'],
  ])('%s is %s', (address, kind) => {
    expect(addressKind(address)).toBe(kind);
  });
});
