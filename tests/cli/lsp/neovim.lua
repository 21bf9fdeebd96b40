-- Neovim without a screen as a client of burrow lsp. Prints what it shows, for tests/cli/lsp_neovim.sh.
local out = {}
local function say(...) out[#out + 1] = string.format(...) end

vim.cmd('edit a.go')
local id = vim.lsp.start_client {name = 'burrow', cmd = {'burrow', 'lsp'}, root_dir = vim.fn.getcwd()}
vim.lsp.buf_attach_client(0, id)

local function wait(what, test)
	if not vim.wait(120000, test, 50) then
		say('%s: nothing within two minutes', what)
	end
end

local function diagnostics(severity)
	return vim.diagnostic.get(0, {severity = severity})
end

local function request(method, params)
	local answer
	params.textDocument = vim.lsp.util.make_text_document_params()
	vim.lsp.buf_request(0, method, params, function(error, result) answer = error or result or {} end)
	wait(method, function() return answer ~= nil end)
	return answer or {}
end

-- what is on the heap
wait('hints', function() return #diagnostics(vim.diagnostic.severity.HINT) > 0 end)
for _, d in ipairs(diagnostics(vim.diagnostic.severity.HINT)) do
	say('hint %d:%d-%d %s', d.lnum, d.col, d.end_col, d.message)
	local related = d.user_data and d.user_data.lsp and d.user_data.lsp.relatedInformation or {}
	for _, r in ipairs(related) do
		say('  %d:%d %s', r.location.range.start.line, r.location.range.start.character, r.message)
	end
end

-- the story
local hover = request('textDocument/hover', {position = {line = 5, character = 1}})
say('hover %s', hover.contents and hover.contents.value:gsub('\n+', ' | ') or 'nothing')
for _, lens in ipairs(request('textDocument/codeLens', {})) do
	say('lens %d: %s', lens.range.start.line, lens.command.title)
end

-- an error that is typed, and mended
vim.api.nvim_buf_set_lines(0, 5, 5, false, {'\tnosuch()'})
wait('an error', function() return #diagnostics(vim.diagnostic.severity.ERROR) > 0 end)
for _, d in ipairs(diagnostics(vim.diagnostic.severity.ERROR)) do
	say('error %d:%d-%d %s', d.lnum, d.col, d.end_col, d.message)
end
vim.api.nvim_buf_set_lines(0, 5, 6, false, {})
wait('no error', function() return #diagnostics(vim.diagnostic.severity.ERROR) == 0 end)

vim.lsp.stop_client(id)
wait('the end', function() return vim.lsp.client_is_stopped(id) end)
vim.fn.writefile(out, 'shown.txt')
vim.cmd('qall!')
