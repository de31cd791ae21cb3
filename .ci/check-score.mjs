// Thresholds for the real reports: what is right today must stay right.
import { readFileSync } from 'node:fs';

const score = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const documents = Object.entries(score.documents);
const isText = ([name]) => /^(huzhu|yueyang|jinkouhe|lechang|unnamed)-/.test(name);

const groups = [
  { name: 'text reports', members: documents.filter(isText), recall: 1, precision: 0.97 },
  {
    name: 'PDF reports',
    members: documents.filter((entry) => !isText(entry)),
    recall: 0.99,
    precision: 0.98,
  },
];

let ok = true;
for (const group of groups) {
  const sum = (field) => group.members.reduce((total, [, d]) => total + d[field], 0);
  const recall = sum('right') / sum('gold');
  const found = sum('right') + sum('wrong') + sum('extra');
  const precision = found === 0 ? 1 : sum('right') / found;
  const good = recall >= group.recall && precision >= group.precision && sum('wrong') === 0;
  console.log(
    `${group.name}: recall ${(100 * recall).toFixed(2)}% (≥ ${100 * group.recall}%), wrong ${sum('wrong')} (0), ` +
      `precision ${(100 * precision).toFixed(2)}% (≥ ${100 * group.precision}%): ${good ? 'ok' : 'BELOW THRESHOLD'}`,
  );
  ok &&= good;
}
const template = score.documents['putuo-template-2024'];
if (template && template.extra > 0) {
  console.log(`the empty template yielded ${template.extra} facts`);
  ok = false;
}
process.exit(ok ? 0 : 1);
