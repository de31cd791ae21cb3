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
  const { endedBefore, milliseconds } = await soak({ program, place, documents, kills, random });
  console.log(
    `soak: ${kills} kills on ${documents} documents (seed ${seed}), ${endedBefore} came after the end, ${(milliseconds / 1000).toFixed(0)} s: every published warehouse whole, the last one as if undisturbed`,
  );
} finally {
  place.remove();
  program.remove();
}
