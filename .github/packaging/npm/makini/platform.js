"use strict";
// Finds the binary that npm installed for this platform.

const path = require("node:path");

exports.binary = function binary() {
    const name = `@makini/cli-${process.platform}-${process.arch}`;
    try {
        const folder = path.dirname(require.resolve(`${name}/package.json`));
        return path.join(folder, "bin", process.platform === "win32" ? "makini.exe" : "makini");
    } catch {
        throw new Error(
            `makini: the package ${name} is missing: npm was run with --omit=optional, or there is no binary for this platform`);
    }
};
