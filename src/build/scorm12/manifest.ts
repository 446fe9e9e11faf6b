/** What is said in the manifest of a package. */
export interface PackageFacts {
  /** As it stands in HTML. */
  readonly title: string;
  /** The page that a learning platform opens. */
  readonly start: string;
  /** Paths of all files but the manifest's own. */
  readonly files: readonly string[];
}

const escapeXml = (text: string) => text.replace(/[&<"]/g, (char) => `&#${char.charCodeAt(0)};`);

/** Writes the imsmanifest.xml of a package with one SCO. @see SCORM 1.2 Content Aggregation Model, section 2.3 */
export function writeManifest({ title, start, files }: PackageFacts): string {
  const list = files.map((path) => `      <file href="${escapeXml(encodeURI(path))}"/>`).join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="authtrace" version="1.2"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="authtrace-course">
    <organization identifier="authtrace-course">
      <title>${title}</title>
      <item identifier="authtrace-lesson" identifierref="authtrace-page">
        <title>${title}</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="authtrace-page" type="webcontent" adlcp:scormtype="sco" href="${escapeXml(start)}">
${list}
    </resource>
  </resources>
</manifest>
`;
}
