import type { Page } from '@playwright/test';
import { VEHICLES, type Vehicle } from './acts.ts';

/** Has the page that is open start a request by a vehicle, which ends at an address, and waits until its response is in. */
export async function start(page: Page, by: Vehicle, url: string, end = url): Promise<void> {
  if (by === 'window.open') return await openWindow(page, url);
  if (VEHICLES[by].vehicle === 'subresource') return await page.evaluate(load, { by, url });
  const arrived = page.waitForURL((now) => now.href === end);
  await page.evaluate(navigate, { by, url });
  await arrived;
}

async function openWindow(page: Page, url: string): Promise<void> {
  const opened = page.context().waitForEvent('page');
  await page.evaluate((address) => void window.open(address), url);
  const popup = await opened;
  await popup.waitForURL(url);
  await popup.close();
}

interface Order {
  readonly by: Vehicle;
  readonly url: string;
}

// The two below run in the page, so that they can use nothing from outside.

function navigate({ by, url }: Order): void {
  if (by === 'link') {
    const link = document.createElement('a');
    link.href = url;
    document.body.append(link);
    link.click();
    return;
  }
  const form = document.createElement('form');
  form.method = by === 'POST form' ? 'post' : 'get';
  form.action = url;
  // A GET form replaces the query of its address by its fields.
  const field = document.createElement('input');
  field.name = 'n';
  field.value = new URL(url).searchParams.get('n') ?? '';
  form.append(field);
  document.body.append(form);
  form.submit();
}

async function load({ by, url }: Order): Promise<void> {
  if (by === 'beacon') return void navigator.sendBeacon(url, 'text');
  if (by === 'fetch' || by === 'fetch POST') {
    const options = { mode: 'no-cors', credentials: 'include' } as const;
    const sent = by === 'fetch' ? options : { ...options, method: 'POST', body: 'text' };
    return void (await fetch(url, sent));
  }
  const element = document.createElement(by as 'img' | 'iframe' | 'script');
  await new Promise((resolve) => {
    element.onload = resolve;
    element.onerror = resolve;
    element.src = url;
    document.body.append(element);
  });
  element.remove();
}
