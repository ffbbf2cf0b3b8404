import { app } from './en/app.ts';
import { causeNames, causeSentences } from './en/causes.ts';
import { common } from './en/common.ts';
import { flowMap } from './en/flow-map.ts';
import { flows } from './en/flows.ts';
import { lab } from './en/lab.ts';
import { metrics } from './en/metrics.ts';
import { phone } from './en/phone.ts';
import { records } from './en/records.ts';
import { lambdas, prompts, resources } from './en/resources.ts';
import { rejections } from './en/rejections.ts';
import { setup } from './en/setup.ts';
import { softphone } from './en/softphone.ts';

/** Every sentence of the page, by area; one file per area in `en/`. */
export const en = { app, common, softphone, phone, lab, metrics, records, flows, flowMap, setup, resources, prompts, lambdas, rejections, causeNames, causeSentences } as const;
