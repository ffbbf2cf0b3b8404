import { mutationOptions, queryOptions } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { lambdaCheckAnswer, lambdaList, promptList, savedPrompt, speechAnswer } from '../protocol/http-resources.ts';
import type { SaveLambdaRequest, SavePromptRequest } from '../protocol/http-resources.ts';
import type { HttpClient } from './http-client.ts';
import { instanceIdOf } from './instance.ts';
import { keys } from './keys.ts';

/** The prompts with where they are used, and what flows ask for in vain. */
export function promptsQuery(http: HttpClient) {
  return queryOptions({ queryKey: keys.prompts(), queryFn: ({ signal }) => http({ method: 'GET', path: '/x/prompts', signal, parse: promptList }) });
}

/** What is made of a text that is to be spoken. */
export function speechQuery(http: HttpClient, text: string) {
  return queryOptions({
    queryKey: keys.speech(text),
    queryFn: ({ signal }) => http({ method: 'POST', path: '/x/speech', body: { Text: text }, signal, parse: speechAnswer }),
    // Every letter typed is another key.
    gcTime: 0,
  });
}

/** What answers for Lambda functions, and the functions nothing answers for. */
export function lambdasQuery(http: HttpClient) {
  return queryOptions({ queryKey: keys.lambdas(), queryFn: ({ signal }) => http({ method: 'GET', path: '/x/lambdas', signal, parse: lambdaList }) });
}

/** Whether a text can be what a function returns. */
export function lambdaCheckQuery(http: HttpClient, json: string) {
  return queryOptions({
    queryKey: keys.lambdaCheck(json),
    queryFn: ({ signal }) => http({ method: 'POST', path: '/x/lambda-check', body: { Json: json }, signal, parse: lambdaCheckAnswer }),
    gcTime: 0,
  });
}

const refresh = (client: QueryClient): Promise<unknown> => Promise.all([client.invalidateQueries({ queryKey: keys.instance() }), client.invalidateQueries({ queryKey: keys.flows() })]);

/** Saves a prompt, new or changed. */
export function savePromptMutation(http: HttpClient) {
  return mutationOptions({
    mutationFn: (prompt: SavePromptRequest) => http({ method: 'PUT', path: '/x/prompts', body: prompt, parse: savedPrompt }),
    onSettled: (_saved, _error, _prompt, _result, context) => refresh(context.client),
  });
}

/** Removes a prompt: DeletePrompt. */
export function removePromptMutation(http: HttpClient) {
  return mutationOptions({
    mutationFn: async (promptId: string, { client }) =>
      http({ method: 'DELETE', path: `/prompts/${encodeURIComponent(await instanceIdOf(http, client))}/${encodeURIComponent(promptId)}`, parse: z.object({}) }),
    onSettled: (_done, _error, _promptId, _result, context) => refresh(context.client),
  });
}

/** Saves what answers for a function. */
export function saveLambdaMutation(http: HttpClient) {
  return mutationOptions({
    mutationFn: (lambda: SaveLambdaRequest) => http({ method: 'PUT', path: '/x/lambdas', body: lambda, parse: z.object({}) }),
    onSettled: (_done, _error, _lambda, _result, context) => refresh(context.client),
  });
}

/** Takes away what answers for a function. */
export function removeLambdaMutation(http: HttpClient) {
  return mutationOptions({
    mutationFn: (arn: string) => http({ method: 'DELETE', path: '/x/lambdas', query: { arn }, parse: z.object({}) }),
    onSettled: (_done, _error, _arn, _result, context) => refresh(context.client),
  });
}
