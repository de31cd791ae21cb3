/** `npm run soak`: 200 kills on 300 documents. `KILLS=20 DOCUMENTS=50 SEED=7 npm run soak` for another one. */
import { randomFrom } from '../bench/random.ts';
import { compileProgram } from '../support/compiled-program.ts';
import { makePlace } from '../support/run-night.ts';
import { soak } from './killing.ts';

const numberOr = (text: string | undefined, fallback: number) =>
  text === undefined ? fallback : Number(text);
const documents = numberOr(process.env.DOCUMENTS, 300);
const kills = numberOr(process.env.KILLS, 200);
const seed = numberOr(process.env.SEED, 1);

const program = compileProgram('soak');
const place = makePlace();
try {
  const { below } = randomFrom(seed);
  const random = () => below(1_000_000) / 1_000_000;
  const began = performance.now();
  const tell = (line: string) => console.log(`${((performance.now() - began) / 1000).toFixed(0)} s, ${line}`);
  const result = await soak({ program, place, documents, kills, random, tell });
  tell(
    `${result.kills} kills on ${documents} documents (seed ${seed}), ${result.endedBefore} nights ended before their signal, the published warehouse was opened ${result.looks} times: whole every time, and in the end as if undisturbed`,
  );
} finally {
  place.remove();
  program.remove();
}
