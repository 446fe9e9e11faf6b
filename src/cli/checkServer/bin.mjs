#!/usr/bin/env node
// check-server as it is installed: without tsx, and without any package. Old syntax until Node is known.
import { toNodeComplaint } from '../machine/nodeVersion.mjs';

const complaint = toNodeComplaint(process.versions.node);
if (complaint) {
  console.error(complaint);
  process.exitCode = 2;
} else {
  const packed = new URL('../../../.cache/packed/checkServer.mjs', import.meta.url);
  import(packed.href);
}
