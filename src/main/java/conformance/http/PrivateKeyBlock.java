package conformance.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A private key as a PEM file has it: in PKCS #8, encrypted or not (RFC 5958), in PKCS #1 (RFC
 * 8017, appendix A.1.2) or in SEC 1 (RFC 5915).
 */
record PrivateKeyBlock(String label, byte[] bytes) {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z ]*)PRIVATE KEY-----(.*?)-----END ", Pattern.DOTALL);

  private static final String UNKNOWN_FORM =
      "its key is in a form that Java does not know: openssl pkcs8 -topk8 writes another";

  private static final byte[] VERSION = {2, 1, 0};
  static final int SEQUENCE = 0x30;
  static final int OCTETS = 4;

  /**
   * The first one in {@code pem}.
   *
   * @throws IllegalArgumentException if there is none, or it is in another form
   */
  static PrivateKeyBlock in(String pem) {
    var block = BLOCK.matcher(pem);
    if (!block.find()) {
      throw new IllegalArgumentException("it holds no private key");
    }
    // What openssl encrypted before PKCS #8, and what ssh-keygen writes.
    if (block.group(2).contains(":") || block.group(1).equals("OPENSSH ")) {
      throw new IllegalArgumentException(UNKNOWN_FORM);
    }
    var text = block.group(2).replaceAll("\\s", "");
    if (!text.matches("(?:[\\w+/]{4})*[\\w+/]{2,4}={0,2}")) {
      throw new IllegalArgumentException("its key is no base64");
    }
    return new PrivateKeyBlock(block.group(1).strip(), Base64.getDecoder().decode(text));
  }

  /**
   * The key, if it has the algorithm of {@code publicKey} and can be read.
   *
   * @throws IllegalArgumentException if it is encrypted, and the password is missing or wrong
   */
  Optional<PrivateKey> key(PublicKey publicKey, Optional<String> password) {
    try {
      var spec =
          switch (label) {
            case "" -> new PKCS8EncodedKeySpec(bytes);
            case "ENCRYPTED" -> decrypted(password);
            default -> new PKCS8EncodedKeySpec(withAlgorithm(publicKey));
          };
      return Optional.of(KeyFactory.getInstance(publicKey.getAlgorithm()).generatePrivate(spec));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private PKCS8EncodedKeySpec decrypted(Optional<String> password) {
    if (password.isEmpty()) {
      throw new IllegalArgumentException(
          "its key is encrypted: put its password into the environment as"
              + " TARGET_CLIENT_CERTIFICATE_PASSWORD");
    }
    try {
      var info = new EncryptedPrivateKeyInfo(bytes);
      var parameters = info.getAlgParameters();
      // With PBES2 (RFC 8018, section 6.2), only the parameters tell the algorithms.
      var name =
          parameters.toString().startsWith("PBE") ? parameters.toString() : info.getAlgName();
      var secret =
          SecretKeyFactory.getInstance(name)
              .generateSecret(new PBEKeySpec(password.get().toCharArray()));
      var cipher = Cipher.getInstance(name);
      cipher.init(Cipher.DECRYPT_MODE, secret, parameters);
      return info.getKeySpec(cipher);
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new IllegalArgumentException(UNKNOWN_FORM, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "its key cannot be decrypted with TARGET_CLIENT_CERTIFICATE_PASSWORD", e);
    }
  }

  /** PKCS #8 of a key in PKCS #1 or SEC 1, with the algorithm that a certificate tells. */
  private byte[] withAlgorithm(PublicKey publicKey) {
    var information = publicKey.getEncoded(); // RFC 5280, section 4.1
    var start = 2 + (information[1] < 0 ? information[1] & 0x7F : 0);
    var algorithm = Arrays.copyOfRange(information, start, start + 2 + information[start + 1]);
    return der(SEQUENCE, VERSION, algorithm, der(OCTETS, bytes));
  }

  /** A value in DER, of 65,535 bytes at most (X.690, section 10.1). */
  static byte[] der(int tag, byte[]... parts) {
    var content = new ByteArrayOutputStream();
    Stream.of(parts).forEach(content::writeBytes);
    var length = content.size();
    var value = new ByteArrayOutputStream();
    value.write(tag);
    if (length > 0xFF) {
      value.write(0x82);
      value.write(length >> 8);
    } else if (length > 0x7F) {
      value.write(0x81);
    }
    value.write(length);
    value.writeBytes(content.toByteArray());
    return value.toByteArray();
  }
}
