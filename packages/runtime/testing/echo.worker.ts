declare const self: Worker;

self.onmessage = ({ data }: MessageEvent<string>) => self.postMessage(data);
