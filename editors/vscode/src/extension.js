// Starts `vitae lsp` for resumes in YAML and JSON. Everything else happens in the server.

'use strict';

const vscode = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');

/** @type {LanguageClient | undefined} */
let client;

/** @param {vscode.ExtensionContext} context */
async function activate(context) {
  context.subscriptions.push(
    vscode.commands.registerCommand('vitae.restart', restart),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('vitae.path') || event.affectsConfiguration('vitae.enable')) {
        return restart();
      }
    }),
  );
  await start();
}

async function deactivate() {
  const running = client;
  client = undefined;
  await running?.stop();
}

async function restart() {
  await deactivate();
  await start();
}

async function start() {
  const settings = vscode.workspace.getConfiguration('vitae');
  if (!settings.get('enable', true)) {
    return;
  }
  const command = settings.get('path', 'vitae');
  const languages = ['yaml', 'json', 'jsonc'];
  client = new LanguageClient(
    'vitae',
    'vitae',
    { command, args: ['lsp'] },
    {
      // The server itself tells resumes from other files.
      documentSelector: languages.map((language) => ({ language })),
    },
  );
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    await missing(command, error);
  }
}

/**
 * The program could not be started: says so, and where to tell which one it is.
 *
 * @param {string} command
 * @param {unknown} error
 */
async function missing(command, error) {
  const open = 'Open settings';
  const chosen = await vscode.window.showErrorMessage(
    `vitae: \`${command} lsp\` could not be started (${error instanceof Error ? error.message : error}). ` +
      'Install vitae, or set `vitae.path`.',
    open,
  );
  if (chosen === open) {
    await vscode.commands.executeCommand('workbench.action.openSettings', 'vitae.path');
  }
}

module.exports = { activate, deactivate };
