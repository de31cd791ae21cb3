/**
 * A night small enough to be killed many times: each run rewrites every document with its own mark and publishes.
 * Started as a process of its own: `night-to-kill.ts WAREHOUSE`. Says "started" when the interesting part begins.
 */
import { saveReading } from '../../warehouse/documents.ts';
import { openWorkingCopy } from '../../warehouse/publish.ts';
import { finishRun, startRun } from '../../warehouse/runs.ts';
import { manyFacts, markedReading } from './marked-night.ts';

const path = process.argv[2]!;
process.stdout.write('started\n');
const copy = await openWorkingCopy(path);
const runId = startRun(copy.warehouse, `run`);
for (const document of manyFacts) saveReading(copy.warehouse, markedReading(document, runId));
finishRun(copy.warehouse, runId, {
  finishedAt: 'end',
  state: 'finished',
  documentsSeen: manyFacts.length,
  documentsRead: manyFacts.length,
  documentsFailed: 0,
});
await copy.publish();
process.stdout.write('published\n');
