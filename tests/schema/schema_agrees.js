// JSON Schema and our own reading say the same of 300 mutated plans, and of the plans that
// come with the program. Skipped where ajv is not installed (Debian: node-ajv).
//
// schema_agrees.js JIXIAO PLAN_VERDICT SOURCE_ROOT [SEED]
'use strict';
const { execFileSync } = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');

const [program, verdict, root, seed] = process.argv.slice(2);
const vocabulary = path.join(root, 'layouts', 'plan.yaml');
const MUTATED = 300;

function load() {
  for (const name of ['ajv', '/usr/share/nodejs/ajv']) {
    try {
      return require(name);
    } catch (error) {
      if (error.code !== 'MODULE_NOT_FOUND') throw error;
    }
  }
  console.log(`ajv is not installed: ${process.env.CI ? 'failed' : 'skipped'}`);
  process.exit(process.env.CI ? 1 : 77);
}

// The same numbers at random for the same seed.
let state = Number(seed || process.env.JIXIAO_SEED || Date.now() % 1000000);
console.log(`JIXIAO_SEED=${state}`);
function below(bound) {
  state = (Math.imul(state, 1103515245) + 12345) >>> 0;
  return Math.floor((state / 4294967296) * bound);
}
const choice = (list) => list[below(list.length)];

const run = (...args) => execFileSync(args[0], args.slice(1), { encoding: 'utf8',
  maxBuffer: 1 << 28 });

const schema = JSON.parse(run(program, 'schema'));
const Ajv = load();
const ajv = new (Ajv.default || Ajv)({ allErrors: false });
const validate = ajv.compile(schema);

const keys = [...new Set(Object.values(schema.definitions)
  .flatMap((definition) => Object.keys(definition.properties || {})))]
  .filter((key) => key !== '$schema' && key !== '文件');
const VALUES = ['', '/', '无', '——', ' ', 'abc', '良好', '≥5次', '12万元', '1,234.5', '1,23',
  '１２．５', '-3', '1.2345678', '5 人次', '92%', '９２％', '2021', '2021年', '2021-03-18',
  '2021年3月', '2021.3.18', '2021-13-01', '2021-3/18', '2016-2020', '2016—2020年',
  '2021.1-2021.12', '2021年1月至12月', '2016-', '多行\n文字', '一行\n', '是', 'Yes', '新增',
  '正向', '草稿', '信息公开', 5, -3.5, 2021, 2021.3, 1850, 0, true, false, [], {}, ['甲'],
  ['甲', 5], [['甲']], [''], ['信息公开', '信息公开'], { 2021: '甲' }, { '2016-2020': '甲' },
  { '2016年': 3 }, { 甲: '乙' }, { 名称: '甲' }, { 名称: '甲', 金额: '3万元' }, [{ 名称: '甲' }],
  [{ 名称: '' }], [{ 名称: '甲', 事项: '乙' }]];

function places(node, found) {
  if (Array.isArray(node)) {
    node.forEach((item, i) => { found.push([node, i]); places(item, found); });
  } else if (node && typeof node === 'object') {
    Object.keys(node).forEach((key) => { found.push([node, key]); places(node[key], found); });
  }
  return found;
}

// A value stands in one plan at one place: shared, it might come to hold itself.
const copied = (value) => JSON.parse(JSON.stringify(value));

function mutate(plan) {
  const found = places(plan, []);
  if (found.length === 0) return; // all of it was taken out
  const [holder, key] = choice(found);
  const value = holder[key];
  switch (below(6)) {
    case 0:
      if (Array.isArray(holder)) holder.splice(key, 1);
      else delete holder[key];
      break;
    case 1:
      if (!Array.isArray(holder)) {
        delete holder[key];
        holder[choice(keys)] = value;
      } else {
        holder[key] = [value];
      }
      break;
    case 2:
      if (!Array.isArray(holder)) holder[choice(keys)] = copied(value);
      else holder.push(copied(choice(VALUES)));
      break;
    case 3:
      holder[key] = Array.isArray(value) ? value[0] ?? '' : [value];
      break;
    default:
      holder[key] = copied(choice(VALUES));
  }
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'jixiao-schema-'));
const inputs = fs.readdirSync(path.join(root, 'input')).filter((name) => name.endsWith('.yaml'));
const originals = inputs.map((name) =>
  JSON.parse(run(verdict, vocabulary, '--json', path.join(root, 'input', name))));
const plans = originals.map((plan) => JSON.stringify(plan));
while (plans.length < MUTATED + originals.length) {
  const plan = JSON.parse(JSON.stringify(choice(originals)));
  for (let count = below(3); count >= 0; count--) mutate(plan);
  plans.push(JSON.stringify(plan));
}
const files = plans.map((text, i) => {
  const file = path.join(folder, `${i}.yaml`);
  fs.writeFileSync(file, text);
  return file;
});
const ours = run(verdict, vocabulary, ...files).trimEnd().split('\n');
let differ = 0;
let sound = 0;
plans.forEach((text, i) => {
  const theirs = validate(JSON.parse(text));
  sound += theirs;
  if (theirs !== (ours[i] === 'sound')) {
    differ++;
    const reason = theirs ? 'sound' : ajv.errorsText(validate.errors.slice(-1));
    console.log(`plan ${i}: ours: ${ours[i]}; schema: ${reason}\n  ${text.slice(0, 3000)}`);
  }
});
fs.rmSync(folder, { recursive: true });
console.log(`${plans.length} plans, ${sound} of them sound, ${differ} judged differently`);
process.exit(differ || sound < originals.length || sound === plans.length ? 1 : 0);
