/** What the page says of newer versions: offered once one waits, never taken unasked, silent where there are none. */
import { describe, expect, test, vi } from 'vitest';
import { Updates } from '../../src/lib/workbench/updates.svelte.ts';

class FakeWorker extends EventTarget {
  state = 'installing';
  readonly postMessage = vi.fn();

  become(state: string): void {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}

class FakeRegistration extends EventTarget {
  waiting: FakeWorker | null = null;
  installing: FakeWorker | null = null;
  readonly active = new FakeWorker();
  readonly update = vi.fn(() => Promise.resolve());
}

class FakeContainer extends EventTarget {
  controller: FakeWorker | null = null;
  readonly registration = new FakeRegistration();
  readonly ready = Promise.resolve(this.registration);
  readonly register = vi.fn(() => Promise.resolve(this.registration));

  replace(): void {
    this.controller = new FakeWorker();
    this.dispatchEvent(new Event('controllerchange'));
  }
}

function begin({ isControlled }: { isControlled: boolean }) {
  const container = new FakeContainer();
  if (isControlled) container.controller = new FakeWorker();
  const reload = vi.fn();
  const clock = { now: 0 };
  const updates = new Updates({
    container: container as unknown as ServiceWorkerContainer,
    reload,
    now: () => clock.now
  });
  return { container, reload, clock, updates, registration: container.registration };
}

/** A new service worker is found, and is kept. */
function find(registration: FakeRegistration): FakeWorker {
  const worker = new FakeWorker();
  registration.installing = worker;
  registration.dispatchEvent(new Event('updatefound'));
  registration.waiting = worker;
  worker.become('installed');
  return worker;
}

describe('updates', () => {
  test('the first version is no update, and taking the page over is none either', async () => {
    const { container, reload, updates, registration } = begin({ isControlled: false });
    await updates.start('/sw.js');
    find(registration);
    container.replace();
    expect(updates.state).toBeNull();
    expect(reload).not.toHaveBeenCalled();
    expect(registration.active.postMessage).toHaveBeenCalledWith('keep the catalogue');
  });

  test('one that comes later is offered and told to take over only when it is asked for', async () => {
    const { container, reload, updates, registration } = begin({ isControlled: true });
    await updates.start('/sw.js');
    const worker = find(registration);
    expect(updates.state).toBe('ready');
    expect(worker.postMessage).not.toHaveBeenCalled();
    updates.take();
    expect(worker.postMessage).toHaveBeenCalledWith('take over');
    expect(reload).not.toHaveBeenCalled();
    container.replace();
    expect(reload).toHaveBeenCalledOnce();
  });

  test('one that has waited since an earlier visit is offered too', async () => {
    const { updates, registration } = begin({ isControlled: true });
    registration.waiting = new FakeWorker();
    await updates.start('/sw.js');
    expect(updates.state).toBe('ready');
  });

  test('put off, it is not offered again', async () => {
    const { updates, registration } = begin({ isControlled: true });
    await updates.start('/sw.js');
    find(registration);
    updates.putOff();
    expect(updates.state).toBeNull();
  });

  test('another tab took it: nothing is reloaded under the hands of this one', async () => {
    const { container, reload, updates, registration } = begin({ isControlled: true });
    await updates.start('/sw.js');
    find(registration);
    registration.waiting = null;
    container.replace();
    expect(updates.state).toBe('taken');
    expect(reload).not.toHaveBeenCalled();
    updates.take();
    expect(reload).toHaveBeenCalledOnce();
  });

  test.each([
    ['refused', (container: FakeContainer) => container.register.mockRejectedValue(new Error('no room'))],
    [
      'there and gone',
      (container: FakeContainer) => container.registration.update.mockRejectedValue(new Error('offline'))
    ]
  ])('a service worker that is %s breaks nothing', async (_, spoil) => {
    const { container, clock, updates } = begin({ isControlled: false });
    spoil(container);
    await updates.start('/sw.js');
    clock.now = 4_000_000;
    await updates.check();
    expect(updates.state).toBeNull();
  });

  test('a page that is looked at again asks for news once an hour', async () => {
    const { clock, updates, registration } = begin({ isControlled: true });
    await updates.start('/sw.js');
    await updates.check();
    expect(registration.update).not.toHaveBeenCalled();
    clock.now = 3_600_000;
    await updates.check();
    await updates.check();
    expect(registration.update).toHaveBeenCalledOnce();
  });
});
