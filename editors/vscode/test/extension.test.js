// The extension with a stand-in for VS Code: which server it starts, and when.

'use strict';

const assert = require('node:assert/strict');
const Module = require('node:module');
const { test } = require('node:test');

const manifest = require('../package.json');

/** Loads the extension with settings; what it did is in the result. */
function load(settings, { fails = false } = {}) {
  const seen = { started: [], stopped: 0, errors: [], commands: {}, changed: undefined };
  class LanguageClient {
    constructor(id, name, server, options) {
      this.what = { id, name, server, options };
    }
    async start() {
      if (fails) {
        throw new Error('spawn vitae ENOENT');
      }
      seen.started.push(this.what);
    }
    async stop() {
      seen.stopped += 1;
    }
  }
  const vscode = {
    commands: {
      registerCommand: (name, run) => {
        seen.commands[name] = run;
      },
      executeCommand: async () => {},
    },
    window: {
      showErrorMessage: async (message) => {
        seen.errors.push(message);
      },
    },
    workspace: {
      getConfiguration: (section) => ({
        get: (key, fallback) => settings[`${section}.${key}`] ?? fallback,
      }),
      onDidChangeConfiguration: (run) => {
        seen.changed = (name) => run({ affectsConfiguration: (asked) => asked === name });
      },
    },
  };
  const stand = { vscode, 'vscode-languageclient/node': { LanguageClient } };
  const original = Module._load;
  Module._load = (name, ...rest) => stand[name] ?? original(name, ...rest);
  try {
    const path = require.resolve('../src/extension.js');
    delete require.cache[path];
    return { seen, extension: require(path), context: { subscriptions: [] } };
  } finally {
    Module._load = original;
  }
}

test('the server starts for YAML and JSON', async () => {
  const { seen, extension, context } = load({});
  await extension.activate(context);
  const [{ server, options }] = seen.started;
  assert.deepEqual(server, { command: 'vitae', args: ['lsp'] });
  const languages = options.documentSelector.map((filter) => filter.language);
  assert.deepEqual(languages, ['yaml', 'json', 'jsonc']);
  const events = languages.map((language) => `onLanguage:${language}`);
  assert.deepEqual(manifest.activationEvents, events);
  await extension.deactivate();
  assert.equal(seen.stopped, 1);
});

test('settings are followed while the editor runs', async () => {
  const settings = { 'vitae.path': '/opt/vitae' };
  const { seen, extension, context } = load(settings);
  await extension.activate(context);
  assert.equal(seen.started[0].server.command, '/opt/vitae');
  settings['vitae.path'] = '/usr/bin/vitae';
  await seen.changed('vitae.path');
  assert.equal(seen.started[1].server.command, '/usr/bin/vitae');
  assert.equal(seen.stopped, 1);
  settings['vitae.enable'] = false;
  await seen.changed('vitae.enable');
  assert.deepEqual([seen.started.length, seen.stopped], [2, 2]);
  await seen.changed('editor.fontSize');
  assert.equal(seen.started.length, 2);
});

test('a program that is missing is named, with what to do', async () => {
  const { seen, extension, context } = load({}, { fails: true });
  await extension.activate(context);
  assert.match(seen.errors[0], /`vitae lsp` could not be started .*ENOENT.*vitae\.path/);
  await extension.deactivate();
});

test('every command and setting of the source is declared', () => {
  const { commands, configuration } = manifest.contributes;
  assert.deepEqual(commands.map((command) => command.command), ['vitae.restart']);
  const settings = Object.keys(configuration.properties);
  assert.deepEqual(settings, ['vitae.enable', 'vitae.path', 'vitae.trace.server']);
});
