import process from 'node:process';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 15)) {
  console.error(`This is Node ${process.versions.node}; VS Code's server needs 22.15 or later.`);
  console.error('Run it through npm (npm start, npm test): the project brings its own Node 24.');
  process.exit(1);
}

/** The Node that runs VS Code's server and the tests: the one that runs this, now that it is known to be new enough. */
export const nodeBinary = process.execPath;
