// Services come as they are named or typed; what cannot be fetched stays unknown, and is asked for again when told.
import { expect, test } from 'vitest';
import { ServiceShelf } from '../../src/lib/workbench/services.svelte.ts';

const FILES: Readonly<Record<string, unknown>> = {
  'index.json': { version: '1', day: '2026-01-01', services: { s3: 'Amazon S3', sqs: 'Amazon SQS' } },
  's3.json': { prefix: 's3', name: 'Amazon S3', actions: [['GetObject', 'R']] },
  'sqs.json': { prefix: 'sqs', name: 'Amazon SQS', actions: [['SendMessage', 'W']] }
};

function shelf(isOnline: () => boolean = () => true) {
  const asked: string[] = [];
  const made = new ServiceShelf((name) => {
    asked.push(name);
    return isOnline() ? Promise.resolve(FILES[name] ?? null) : Promise.reject(new Error('offline'));
  });
  return { made, asked };
}

test('what is wanted early comes with the index, and nothing is fetched twice', async () => {
  const { made, asked } = shelf();
  made.want(['S3', 's3', 'nothing']);
  expect(made.catalogue.prefixes).toEqual([]);
  await made.start();
  made.want(['s3', 'nothing']);
  expect(asked).toEqual(['index.json', 's3.json']);
  expect(made.catalogue.service('s3')?.actions.get('getobject')?.access).toBe('Read');
  expect(made.catalogue.service('sqs')).toBeNull();
  expect(made.catalogue.knows('sqs')).toBe(true);
});

test('a service that comes makes another catalogue', async () => {
  const { made } = shelf();
  await made.start();
  const before = made.catalogue;
  const { want } = made;
  want(['sqs']);
  await expect.poll(() => made.catalogue.service('sqs')?.name).toBe('Amazon SQS');
  expect(made.catalogue).not.toBe(before);
  expect(before.service('sqs')).toBeNull();
});

test('offline nothing comes and nothing fails; back online it does', async () => {
  let isOnline = false;
  const { made, asked } = shelf(() => isOnline);
  made.want(['s3']);
  await made.start();
  expect(made.catalogue.prefixes).toEqual([]);
  isOnline = true;
  await made.retry();
  expect(made.catalogue.service('s3')?.name).toBe('Amazon S3');
  isOnline = false;
  made.want(['sqs']);
  await Promise.resolve();
  made.want(['sqs']);
  expect(asked.filter((name) => name === 'sqs.json')).toEqual(['sqs.json']);
  await expect.poll(() => made.catalogue.knows('sqs')).toBe(true);
  isOnline = true;
  await made.retry();
  expect(made.catalogue.service('sqs')?.name).toBe('Amazon SQS');
});
