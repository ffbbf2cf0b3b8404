/*
 * `npm run mutation -- [folder…]`: tries mutants of the engine, of these of its folders or of all of it, and prints the
 * score of each folder; `.` stands for the files beside the folders. Results are kept in .stryker/, so that a run that was
 * cut short goes on where it stopped. `--vitest` has the tests run by Vitest itself, which takes a hundred times as long: it is
 * there to check the brief one against.
 */
import { Stryker } from '@stryker-mutator/core';
import { fileURLToPath } from 'node:url';
import { folderScores } from './mutants.ts';

const given = process.argv.slice(2);
const folders = given.filter((name) => name !== '--vitest');
const wanted = folders.length === 0 ? ['src/engine/**/*.ts'] : folders.map((folder) => (folder === '.' ? 'src/engine/*.ts' : `src/engine/${folder}/**/*.ts`));
const results = await new Stryker({
  configFile: '.stryker.config.json',
  plugins: ['@stryker-mutator/vitest-runner', fileURLToPath(new URL('./mutants.ts', import.meta.url)), fileURLToPath(new URL('./mutant-runner.ts', import.meta.url))],
  testRunner: given.includes('--vitest') ? 'vitest' : 'in-process',
  // Tests, what explores the engine at random, and files of types have nothing to mutate.
  mutate: [...wanted, '!src/engine/**/*.test.ts', '!src/engine/sim/**', '!src/engine/index.ts', '!src/engine/{agent,contact,offer,record,tenant}/model.ts'],
}).runMutationTest();
for (const { folder, killed, tried } of folderScores(results)) console.log(`${folder}: ${killed} of ${tried} killed, ${((killed / tried) * 100).toFixed(1)} %`);
