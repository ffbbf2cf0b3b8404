/*
 * `npm run mutation -- [folder…]`: tries mutants of the engine, of these of its folders or of all of it, and prints the
 * score of each folder. Results are kept in .stryker/, so that a run that was cut short goes on where it stopped.
 */
import { Stryker } from '@stryker-mutator/core';
import { fileURLToPath } from 'node:url';
import { folderScores } from './mutants.ts';

const folders = process.argv.slice(2);
const wanted = folders.length === 0 ? ['src/engine/**/*.ts'] : folders.map((folder) => `src/engine/${folder}/**/*.ts`);
const results = await new Stryker({
  configFile: '.stryker.config.json',
  plugins: ['@stryker-mutator/vitest-runner', fileURLToPath(new URL('./mutants.ts', import.meta.url))],
  // Tests, what explores the engine at random, and files of types have nothing to mutate.
  mutate: [...wanted, '!src/engine/**/*.test.ts', '!src/engine/sim/**', '!src/engine/index.ts', '!src/engine/{agent,contact,offer,record,tenant}/model.ts'],
}).runMutationTest();
for (const { folder, killed, tried } of folderScores(results)) console.log(`${folder}: ${killed} of ${tried} killed, ${((killed / tried) * 100).toFixed(1)} %`);
