<?xml version="1.0" encoding="UTF-8"?>
<!-- What stylesheets tell the editor. letterpress reads the messages and turns them into findings;
     run in an editor, the same stylesheets print them in its message window. -->
<xsl:stylesheet version="3.0" expand-text="yes"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:lp="urn:letterpress:prepared"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- Says that no rule knows an element; its text is kept all the same. The message holds
       <lp:unknown name="persname" namespace="http://..." path="/TEI[1]/text[1]..."/>. -->
  <xsl:template name="lp:report-unknown">
    <xsl:param name="element" as="element()" select="."/>
    <xsl:message>
      <lp:unknown name="{local-name($element)}" namespace="{namespace-uri($element)}"
        path="{path($element)}"/>
    </xsl:message>
  </xsl:template>
</xsl:stylesheet>
