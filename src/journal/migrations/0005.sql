-- Which program sent it: this one, or an application whose traffic went through `makini record` or was imported.
ALTER TABLE exchange ADD COLUMN sender TEXT NOT NULL DEFAULT 'makini';
