// Judges a list as a program of ajv would: JSON.parse, the compiled schema files, formats, and the relations of
// vocabulary.schema.json as keywords. Prints how many values deviate. Arguments: folder of schemas, contract, list, now.
import { createRequire } from 'node:module';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const require = createRequire(join(process.cwd(), 'node_modules/'));
const Ajv = require('ajv/dist/2020').default;
const addFormats = require('ajv-formats').default;
const [folder, contract, list, now] = process.argv.slice(2);
const time = Date.parse(now);

// An age in words, with a unit of tolerance either way.
const UNITS = { second: 1, minute: 60, hour: 3600, day: 86400, week: 604800, month: 2592000, year: 31536000 };
function fits(words, since) {
  const match = /^(an?|\d{1,4}) (second|minute|hour|day|week|month|year)s? ago$/.exec(words);
  if (!match || Number.isNaN(since)) return true;
  const number = match[1].startsWith('a') ? 1 : Number(match[1]);
  const unit = UNITS[match[2]];
  const age = (time - since) / 1000;
  const tolerance = (unit * number) / 30 + 300;
  return age >= unit * (number - 1) - tolerance && age <= unit * (number + 1) + tolerance;
}

const seconds = (duration) => Number(/\d+/.exec(duration)[0]) * { S: 1, M: 60, H: 3600 }[duration.at(-1)];
const relations = {
  'x-not-more-than': (other) => (value, { parentData }) => !(value > parentData[other]),
  'x-not-after': (other) => (value, { parentData }) => !(Date.parse(value) > Date.parse(parentData[other])),
  'x-not-before': (other) => (value, { parentData }) => !(Date.parse(value) < Date.parse(parentData[other])),
  'x-not-in-future': (skew) => (value) => !(Date.parse(value) > time + seconds(skew) * 1000),
  'x-age-of': ({ of }) => (value, { parentData }) => fits(value, Date.parse(parentData[of])),
  'x-unique-by': (name) => (items) => new Set(items.map((item) => item[name])).size === items.length,
};

const ajv = new Ajv({ allErrors: true, strict: false });
addFormats(ajv);
for (const [keyword, compile] of Object.entries(relations)) ajv.addKeyword({ keyword, compile });

// Advice is judged as a reference is.
const advised = (_, value) =>
  value?.['x-advice'] ? { ...value, 'x-advice': undefined, allOf: [...(value.allOf ?? []), { $ref: value['x-advice'] }] } : value;
for (const part of [contract, 'types']) {
  for (const file of readdirSync(join(folder, part)).filter((name) => name.endsWith('.schema.json'))) {
    ajv.addSchema(JSON.parse(readFileSync(join(folder, part, file)), advised));
  }
}
const base = JSON.parse(readFileSync(join(folder, contract, 'batch.schema.json'))).$id.replace('batch.schema.json', '');
const items = ajv.getSchema(base + 'batch.schema.json');
const unique = new Ajv({ strict: false }).addKeyword({ keyword: 'x-unique-by', compile: relations['x-unique-by'] });

const batches = JSON.parse(readFileSync(list, 'latin1'));
let deviating = unique.compile({ 'x-unique-by': 'batch_id' })(batches) ? 0 : 1;
for (const batch of batches) deviating += items(batch) ? 0 : 1;
console.log(deviating);
