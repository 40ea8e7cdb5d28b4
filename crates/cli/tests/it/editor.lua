-- Edits resume.yaml through the language server as a person does, and says what happens, one
-- event a line. Written for Neovim 0.7 and later. Nothing sleeps: every wait is for a condition.

local RULE = 'duplicate-skill'
local PATIENCE = 60000 -- milliseconds; only a failure takes that long

local function say(text)
  io.stdout:write(text:gsub('%s*\n%s*', ' '), '\n')
end

local function fail(text)
  io.stderr:write(text, '\n')
  vim.cmd('cquit 1')
end

local function wait(what, done)
  if not vim.wait(PATIENCE, done, 10) then
    fail('waited in vain for ' .. what)
  end
end

local function main()
  vim.cmd('edit resume.yaml')
  vim.bo.filetype = 'yaml'
  local buffer = vim.api.nvim_get_current_buf()
  local id = vim.lsp.start_client({
    name = 'vitae',
    cmd = { os.getenv('VITAE'), 'lsp' },
    root_dir = vim.fn.getcwd(),
  })
  vim.lsp.buf_attach_client(buffer, id)

  local function findings()
    return vim.tbl_filter(function(it)
      return it.code == RULE or (it.user_data and it.user_data.lsp.code == RULE)
    end, vim.diagnostic.get(buffer))
  end
  wait('the finding', function()
    return #findings() > 0
  end)
  say('encoding ' .. vim.lsp.get_client_by_id(id).offset_encoding)
  local found = findings()[1]
  local line = vim.api.nvim_buf_get_lines(buffer, found.lnum, found.lnum + 1, true)[1]
  local marked = line:sub(found.col + 1, found.end_col)
  say(('finding %s at `%s` from %s'):format(RULE, marked, found.source))

  -- The menu of changes: take the first.
  vim.ui.select = function(items, _, choose)
    local action = items[1][2] or items[1].action
    say('action ' .. action.title)
    choose(items[1], 1)
  end
  vim.api.nvim_win_set_cursor(0, { found.lnum + 1, found.col })
  vim.lsp.buf.code_action()
  wait('the finding to clear', function()
    return #findings() == 0 and vim.bo.modified
  end)
  say('cleared')

  local function ask(method, params)
    local answers = vim.lsp.buf_request_sync(buffer, method, params, PATIENCE)
    if not answers or not answers[id] or not answers[id].result then
      fail('no answer to ' .. method)
    end
    return answers[id].result
  end
  vim.fn.search('Cut p99')
  local hover = ask('textDocument/hover', vim.lsp.util.make_position_params(0, 'utf-16'))
  say('hover ' .. hover.contents.value)
  local document = { textDocument = vim.lsp.util.make_text_document_params(buffer) }
  say('lens ' .. ask('textDocument/codeLens', document)[1].command.title)

  vim.cmd('write')
  vim.lsp.stop_client(id)
  wait('the server to stop', function()
    return vim.lsp.client_is_stopped(id)
  end)
  say('stopped')
end

local ok, problem = pcall(main)
if not ok then
  fail(tostring(problem))
end
vim.cmd('qall!')
