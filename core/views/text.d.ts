declare module "*.eta" {
  const template: string;
  export default template;
}
