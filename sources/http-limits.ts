/** How politely and how patiently the network is asked. The numbers and their reasons are in the settings. */
import type { ProxySettings } from './http/proxy.ts';

export interface HttpLimits {
  /** Names the program and whom to write to; sites block what they cannot place. */
  userAgent: string;
  connectSeconds: number;
  /** Until the first byte of an answer. */
  headersSeconds: number;
  /** Longest silence within an answer. */
  silenceSeconds: number;
  /** Longest time for one answer: a server that drips a byte a second is never silent. */
  totalSeconds: number;
  /** How often one address is tried in one night. */
  attempts: number;
  backoffSeconds: number;
  maxBackoffSeconds: number;
  /** A site that asks for a longer pause is left alone for tonight. */
  maxRetryAfterSeconds: number;
  /** Between two requests to one host. */
  secondsBetweenRequests: number;
  requestsPerHost: number;
  hostsAtOnce: number;
  maxPageMegabytes: number;
  maxFileMegabytes: number;
  maxRedirects: number;
  maxListingPages: number;
  maxDocumentsPerBureau: number;
  /** What has been fetched is asked for again after this many days; listing pages every night. */
  recheckDays: number;
  robotsHours: number;
  /** host:port that may be asked although it is on a private network. */
  allowHosts: readonly string[];
  /** null: every address is asked straight. */
  proxy?: ProxySettings | null;
}
