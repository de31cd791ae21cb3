/** Servers of this machine alone, on a port that the system chooses. */
import type { AddressInfo, Server } from 'node:net';

export function listen(server: Server): Promise<void> {
  return new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
}

export function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
