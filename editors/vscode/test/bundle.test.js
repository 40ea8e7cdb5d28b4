// The bundle as VS Code loads it: whole, and with nothing missing but VS Code itself.

'use strict';

const assert = require('node:assert/strict');
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { join } = require('node:path');
const { test } = require('node:test');

/** Every name of VS Code is a class that does nothing. */
const vscode = new Proxy({}, { get: () => class {} });

test('the bundle loads without node_modules', () => {
  const asked = new Set();
  const original = Module._load;
  Module._load = (name, ...rest) => {
    asked.add(name);
    return name === 'vscode' ? vscode : original(name, ...rest);
  };
  try {
    const extension = require('../dist/extension.js');
    assert.equal(typeof extension.activate, 'function');
    assert.equal(typeof extension.deactivate, 'function');
  } finally {
    Module._load = original;
  }
  const foreign = [...asked].filter((name) => {
    const inside = name.startsWith('.') || name === 'vscode';
    return !inside && !Module.isBuiltin(name);
  });
  assert.deepEqual(foreign, []);
});

test('what is bundled comes with its license', () => {
  const notices = readFileSync(join(__dirname, '../dist/THIRD-PARTY.txt'), 'utf8');
  for (const name of ['vscode-languageclient', 'vscode-jsonrpc', 'semver']) {
    assert.match(notices, new RegExp(`^${name} \\d`, 'm'));
  }
});
