declare module "*.eta" {
  const template: string;
  export default template;
}

declare module "*.css" {
  const text: string;
  export default text;
}

declare module "*.svg" {
  const text: string;
  export default text;
}

declare module "*/public/manage.js" {
  const text: string;
  export default text;
}
