<?xml version="1.0" encoding="UTF-8"?>
<!--
  Makes one self-contained ISO Schematron schema out of whatever holds rules:

  - a schema, with what it includes and extends from other files drawn in;
  - a RELAX NG grammar with rules embedded in it, as TEI's are, with the grammars that it includes.

  In both, weights (@role) are handed down from patterns and rules to assertions, and the titles of
  quick fixes (sqf) become diagnostics, since the compiler that follows knows neither.

  The schemas are found by the caller's URI resolver. A file that draws in itself ends the
  transformation with a message.
-->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:rng="http://relaxng.org/ns/structure/1.0"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    xmlns:sqf="http://www.schematron-quickfix.com/validator/process"
    xmlns:lpi="urn:letterpress:internal"
    exclude-result-prefixes="xs rng lpi">

  <!-- A schema with everything that it draws in. -->
  <xsl:mode name="lpi:assembled" on-no-match="shallow-copy"/>

  <!-- The parts of Schematron that stand in a grammar. -->
  <xsl:mode name="lpi:embedded" on-no-match="shallow-skip"/>

  <!-- The same schema, with weights handed down and fixes as diagnostics. -->
  <xsl:mode name="lpi:completed" on-no-match="shallow-copy"/>

  <!-- The text of a quick fix's title. -->
  <xsl:mode name="lpi:title" on-no-match="shallow-copy"/>

  <xsl:variable name="lpi:weights" as="xs:string+"
      select="'fatal', 'error', 'warning', 'warn', 'nonfatal', 'information', 'info', 'note', 'hint'"/>

  <xsl:template match="/" as="document-node()">
    <xsl:variable name="assembled" as="document-node()">
      <xsl:document>
        <xsl:apply-templates select="*" mode="lpi:assembled">
          <xsl:with-param name="around" tunnel="yes" select="string(base-uri(.))"/>
        </xsl:apply-templates>
      </xsl:document>
    </xsl:variable>
    <xsl:document>
      <xsl:apply-templates select="$assembled/*" mode="lpi:completed"/>
    </xsl:document>
  </xsl:template>

  <!-- What an address in @href refers to: a document's first element, or the one with that id. -->
  <xsl:function name="lpi:external" as="element()">
    <xsl:param name="from" as="element()"/>
    <xsl:param name="around" as="xs:string*"/>
    <xsl:variable name="file" as="xs:string" select="string(lpi:file($from))"/>
    <xsl:variable name="id" as="xs:string" select="substring-after($from/@href, '#')"/>
    <xsl:if test="$file = $around">
      <xsl:message terminate="yes" expand-text="yes">it includes itself through {$from/@href}</xsl:message>
    </xsl:if>
    <xsl:variable name="document" as="document-node()" select="document($file)"/>
    <xsl:variable name="found" as="element()?"
        select="if ($id) then ($document//*[@id = $id or @xml:id = $id])[1] else $document/*"/>
    <xsl:if test="empty($found)">
      <xsl:message terminate="yes" expand-text="yes">it includes {$from/@href}, but there is no such id</xsl:message>
    </xsl:if>
    <xsl:sequence select="$found"/>
  </xsl:function>

  <!-- The file that @href leads to, without the id behind it. -->
  <xsl:function name="lpi:file" as="xs:anyURI">
    <xsl:param name="from" as="element()"/>
    <xsl:sequence
        select="resolve-uri(replace($from/@href, '#.*$', ''), base-uri($from))"/>
  </xsl:function>

  <!-- Some schemas include a whole schema where ISO allows its parts only: its parts are meant. -->
  <xsl:template match="sch:include" mode="lpi:assembled" as="node()*">
    <xsl:param name="around" as="xs:string*" tunnel="yes"/>
    <xsl:variable name="external" as="element()" select="lpi:external(., $around)"/>
    <xsl:apply-templates mode="#current"
        select="if ($external/self::sch:schema) then $external/node() else $external">
      <xsl:with-param name="around" tunnel="yes" select="$around, string(lpi:file(.))"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="sch:extends[@href]" mode="lpi:assembled" as="node()*">
    <xsl:param name="around" as="xs:string*" tunnel="yes"/>
    <xsl:apply-templates select="lpi:external(., $around)/node()" mode="#current">
      <xsl:with-param name="around" tunnel="yes" select="$around, string(lpi:file(.))"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- Prefixes that the rules of a grammar use but do not declare are those of the grammar. A part
       that is drawn in twice counts once. -->
  <xsl:template match="/rng:*" mode="lpi:assembled" as="element(sch:schema)">
    <xsl:variable name="grammar" as="element()" select="."/>
    <xsl:variable name="parts" as="element()*">
      <xsl:apply-templates select="." mode="lpi:embedded"/>
    </xsl:variable>
    <xsl:variable name="binding" as="attribute()?" select="(//sch:schema/@queryBinding)[1]"/>
    <sch:schema queryBinding="{($binding, 'xslt3')[1]}">
      <xsl:copy-of select="(//sch:schema/@defaultPhase)[1]"/>
      <xsl:variable name="declared" as="element(sch:ns)*">
        <xsl:for-each-group select="$parts[self::sch:ns]" group-by="string(@prefix)">
          <sch:ns prefix="{@prefix}" uri="{@uri}"/>
        </xsl:for-each-group>
      </xsl:variable>
      <xsl:sequence select="$declared"/>
      <xsl:for-each select="in-scope-prefixes(.)[not(. = ('', 'xml', $declared/@prefix))]">
        <sch:ns prefix="{.}" uri="{namespace-uri-for-prefix(., $grammar)}"/>
      </xsl:for-each>
      <xsl:for-each-group select="$parts[not(self::sch:ns)]"
          group-by="(@id, generate-id())[1] || name()">
        <xsl:choose>
          <xsl:when test="self::sch:rule">
            <sch:pattern>
              <xsl:sequence select="."/>
            </sch:pattern>
          </xsl:when>
          <xsl:otherwise>
            <xsl:sequence select="."/>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each-group>
    </sch:schema>
  </xsl:template>

  <xsl:template match="rng:include[@href] | rng:externalRef[@href]" mode="lpi:embedded"
      as="element()*">
    <xsl:param name="around" as="xs:string*" tunnel="yes"/>
    <xsl:apply-templates select="lpi:external(., $around)" mode="#current">
      <xsl:with-param name="around" tunnel="yes" select="$around, string(lpi:file(.))"/>
    </xsl:apply-templates>
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <xsl:template mode="lpi:embedded" as="node()*"
      match="sch:ns | sch:let | sch:phase | sch:pattern | sch:rule | sch:diagnostics | sch:properties
             | sch:include | sqf:fixes | xsl:key | xsl:function">
    <xsl:apply-templates select="." mode="lpi:assembled"/>
  </xsl:template>

  <!-- Schemas in the field rely on prefixes that they declare for their own elements only, or not
       at all (xs), since other processors know them. The diagnostics made from quick fixes follow
       those of the schema. -->
  <xsl:template match="sch:schema" mode="lpi:completed" as="element(sch:schema)">
    <xsl:variable name="schema" as="element()" select="."/>
    <xsl:variable name="declared" as="xs:string*" select="sch:ns/@prefix, '', 'xml'"/>
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="#current"/>
      <xsl:for-each select="in-scope-prefixes(.)[not(. = $declared)]">
        <sch:ns prefix="{.}" uri="{namespace-uri-for-prefix(., $schema)}"/>
      </xsl:for-each>
      <xsl:if test="not('xs' = ($declared, in-scope-prefixes(.)))">
        <sch:ns prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/>
      </xsl:if>
      <xsl:apply-templates mode="#current"/>
      <xsl:where-populated>
        <sch:diagnostics>
          <xsl:for-each select="//(sch:assert | sch:report)[@sqf:fix]">
            <xsl:variable name="assertion" as="element()" select="."/>
            <xsl:for-each select="lpi:fixes(.)">
              <sch:diagnostic id="{lpi:fix-id($assertion, .)}">
                <xsl:apply-templates select="sqf:description/sqf:title/node()" mode="lpi:title"/>
                <xsl:if test="sqf:description/sqf:p">
                  <xsl:text>: </xsl:text>
                  <xsl:for-each select="sqf:description/sqf:p">
                    <xsl:apply-templates mode="lpi:title"/>
                    <xsl:text> </xsl:text>
                  </xsl:for-each>
                </xsl:if>
              </sch:diagnostic>
            </xsl:for-each>
          </xsl:for-each>
        </sch:diagnostics>
      </xsl:where-populated>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="sch:assert | sch:report" mode="lpi:completed" as="element()">
    <xsl:variable name="assertion" as="element()" select="."/>
    <xsl:variable name="weight" as="attribute()?"
        select="(../@role, ../../@role)[lower-case(normalize-space(.)) = $lpi:weights][1]"/>
    <xsl:variable name="fixes" as="xs:string*" select="lpi:fixes(.) ! lpi:fix-id($assertion, .)"/>
    <xsl:copy>
      <xsl:copy-of select="if (@severity) then () else $weight"/>
      <xsl:copy-of select="@*"/>
      <xsl:if test="exists($fixes)">
        <xsl:attribute name="diagnostics" select="@diagnostics, $fixes"/>
      </xsl:if>
      <xsl:apply-templates mode="#current"/>
    </xsl:copy>
  </xsl:template>

  <!-- The fixes that an assertion names, those of groups included: its rule's own go before those
       of the schema. Fixes without a title have nothing to say. -->
  <xsl:function name="lpi:fixes" as="element(sqf:fix)*">
    <xsl:param name="assertion" as="element()"/>
    <xsl:for-each select="tokenize($assertion/@sqf:fix)">
      <xsl:variable name="id" as="xs:string" select="."/>
      <xsl:variable name="named" as="element()?"
          select="($assertion/..//(sqf:fix | sqf:group)[@id = $id],
                   root($assertion)//sqf:fixes//(sqf:fix | sqf:group)[@id = $id])[1]"/>
      <xsl:sequence
          select="$named/(self::sqf:fix | self::sqf:group/sqf:fix)
                  [normalize-space(sqf:description/sqf:title)
                   or sqf:description/sqf:title/sch:value-of]"/>
    </xsl:for-each>
  </xsl:function>

  <!-- The caller tells fixes from other diagnostics by this beginning. -->
  <xsl:function name="lpi:fix-id" as="xs:string">
    <xsl:param name="assertion" as="element()"/>
    <xsl:param name="fix" as="element(sqf:fix)"/>
    <xsl:sequence select="'lp-fix-' || generate-id($assertion) || '-' || generate-id($fix)"/>
  </xsl:function>

  <!-- What a fix asks its user for, or works out for itself, is not known here. -->
  <xsl:template match="sch:value-of" mode="lpi:title" as="node()?">
    <xsl:variable name="select" as="xs:string" select="@select"/>
    <xsl:variable name="own" as="attribute()*"
        select="ancestor::sqf:fix//(sqf:param | sqf:user-entry | sch:let)/@name"/>
    <xsl:choose>
      <xsl:when test="some $name in $own satisfies contains($select, '$' || $name)">…</xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="."/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
